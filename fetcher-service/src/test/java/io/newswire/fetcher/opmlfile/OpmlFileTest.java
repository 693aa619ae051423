package io.newswire.fetcher.opmlfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpmlFileTest {

  private static boolean isWhole(String content) {
    return OpmlFile.isWhole(content.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<opml><body/></opml>",
        "<OPML></OPML >\n\n",
        "<opml></opml>\n<!-- written by\n hand --> <!----> <?end?>\n"
      })
  void theEndMayBeFollowedByWhatXmlAllows(String content) {
    assertThat(isWhole(content)).isTrue();
    assertThat(OpmlFile.isWhole(content.getBytes(StandardCharsets.UTF_16LE))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<opml><body>", "<opml></opm", "<opml></opml><!-- cut", "<opml></opml> more"})
  void whatIsCutOffIsNotWhole(String content) {
    assertThat(isWhole(content)).isFalse();
  }

  @Test
  void manyCommentsAreReadInReasonableTime() {
    assertThat(isWhole("</opml>" + "<!---->".repeat(140) + "x")).isFalse();
  }
}
