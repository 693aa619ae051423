package io.newswire.fetcher.feed;

import static io.newswire.fetcher.feed.Feeds.item;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names and addresses in one line. */
class AuthorTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ann@gazette.example (Ann Lee)      | Ann Lee | ann@gazette.example
          Ann Lee <ann@gazette.example>      | Ann Lee | ann@gazette.example
          Ann Lee (ann@gazette.example)      | Ann Lee | ann@gazette.example
          ann@gazette.example                |         | ann@gazette.example
          mailto:ann@gazette.example?subject=x|        | ann@gazette.example
          ann@gazette.example <Ann Lee>      | Ann Lee | ann@gazette.example
          "Lee, Ann" <ann@gazette.example>   | Lee, Ann | ann@gazette.example
          Ann Lee, ann@gazette.example       | Ann Lee | ann@gazette.example
          Ann Lee                            | Ann Lee |
          """)
  void peopleAreTakenApart(String text, String name, String email) {
    String escaped = text.replace("<", "&lt;");
    assertThat(item("<author>" + escaped + "</author>").authors())
        .containsExactly(new Author(name, email, null));
  }
}
