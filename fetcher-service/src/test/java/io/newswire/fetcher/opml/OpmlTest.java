package io.newswire.fetcher.opml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpmlTest {

  private static OpmlDocument read(String document) {
    return new OpmlReader().read(document.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void foldersBecomeTagsAndRepeatedFeedsOne() {
    OpmlDocument opml =
        read(
            """
            <?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
              <outline text="News"><outline text="Local">
                <outline text="Gazette" type="rss" xmlUrl="https://gazette.example/feed" htmlUrl="https://gazette.example/"/>
              </outline></outline>
              <outline text="Again" xmlUrl="https://gazette.example/feed" category="/Ports,Sea"/>
              <outline text="Link" type="link" url="https://elsewhere.example/"/>
            </body></opml>
            """);
    assertThat(opml.title()).isEqualTo("Mine");
    assertThat(opml.problems()).isEmpty();
    assertThat(opml.feeds())
        .containsExactly(
            new OpmlFeed(
                "https://gazette.example/feed",
                "Gazette",
                "https://gazette.example/",
                List.of("News", "Local", "Ports", "Sea"),
                null,
                null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <outline xmlUrl="https://a.example/?x=1&y=2" text="A & B">            | https://a.example/?x=1&y=2
          <OUTLINE XMLURL='https://a.example/f'/>                              | https://a.example/f
          <outline xmlUrl=https://a.example/f text=A>                          | https://a.example/f
          <outline text="A" xmlUrl="feed:https://a.example/f"/>                | https://a.example/f
          <outline text="A" xmlUrl="feed://a.example/f"/>                      | http://a.example/f
          <outline text="A" xmlUrl=" a.example/f "/>                           | http://a.example/f
          <outline text="A" type="rss" url="https://a.example/f"/>             | https://a.example/f
          <outline text="A" description="<a href="https://b.example/">B</a>." xmlUrl="https://a.example/f" /> | https://a.example/f
          <outline text="A" xmlUrl="https://user:secret@a.example/f"/>         | https://user:secret@a.example/f
          """)
  void brokenOutlinesGiveTheirFeeds(String outline, String url) {
    OpmlDocument opml = read("<opml><body><outline text='Folder'>" + outline + "</body>");
    assertThat(opml.feeds()).extracting(OpmlFeed::url).containsExactly(url);
    assertThat(opml.feeds().getFirst().tags()).containsExactly("Folder");
  }

  @Test
  void problemsNameTheOutlineButNoSecret() {
    OpmlDocument opml =
        read(
            "<opml><body><outline text='Odd' xmlUrl='not a url'/><outline xmlUrl='https://u:secret@a.example/'/>");
    assertThat(opml.problems())
        .anyMatch(p -> p.contains("\"Odd\""))
        .noneMatch(p -> p.contains("secret"));
    assertThat(read("<html/>").problems()).anyMatch(p -> p.contains("no OPML"));
  }

  @Test
  void whatIsWrittenIsReadBack() {
    OpmlDocument document =
        new OpmlDocument(
            "A & \"B\"",
            List.of(
                new OpmlFeed(
                    "https://a.example/?x=1&y=2",
                    "Über <A>",
                    "https://a.example/",
                    List.of(),
                    true,
                    null),
                new OpmlFeed(
                    "https://b.example/", "B\nC", null, List.of("Ports", "Sea & Air"), null, true)),
            List.of());
    OpmlDocument back = new OpmlReader().read(new OpmlWriter().write(document));
    assertThat(back).isEqualTo(document);
  }

  @Test
  void mutatedListsNeverThrow() {
    String seed =
        new String(
            new OpmlWriter()
                .write(
                    read(
                        "<opml><body><outline text='F'><outline xmlUrl='https://a.example/f' text='A'/></outline>")),
            StandardCharsets.UTF_8);
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder document = new StringBuilder(seed);
      for (int i = 0; i < 5; i++) {
        document.setCharAt(random.nextInt(document.length()), (char) random.nextInt(128));
      }
      assertThat(read(document.toString()).feeds()).hasSizeLessThan(3);
    }
  }
}
