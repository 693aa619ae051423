package io.newswire.fetcher.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TokenizerTest {

  private static Tokenizer tokenizer(String document) {
    Problems problems = new Problems();
    return new Tokenizer(document, new TextDecoder(document, true, problems), problems);
  }

  @Test
  void tagsTextsAndSectionsComeInOrder() {
    Tokenizer tokens = tokenizer("<?p q?><a b='1'>x&amp;y<!-- <c> --><![CDATA[<d>&amp;]]><e/></a>");
    List<String> seen = new ArrayList<>();
    for (Tokenizer.Token token = tokens.next();
        token != Tokenizer.Token.EOF;
        token = tokens.next()) {
      seen.add(
          switch (token) {
            case START -> "<" + tokens.name() + tokens.attributes().size();
            case END -> "/" + tokens.name();
            default -> tokens.decoded(token);
          });
    }
    assertThat(seen).containsExactly("<a1", "x&y", "<d>&amp;", "<e0", "/e", "/a");
  }

  /** What it costs is counted: every token but the end of an empty element takes characters. */
  @Test
  void everyTokenTakesTheNextCharactersHoweverBrokenTheDocumentIs() {
    Random random = new Random(7);
    for (int i = 0; i < 4_000; i++) {
      String document = Feeds.SHAPES.get(i % Feeds.SHAPES.size());
      for (int times = random.nextInt(4); times >= 0; times--) {
        document = Damage.to(document, random);
      }
      Tokenizer tokens = tokenizer(document);
      int reached = 0;
      int count = 0;
      for (Tokenizer.Token token = tokens.next();
          token != Tokenizer.Token.EOF;
          token = tokens.next()) {
        boolean endOfEmpty = token == Tokenizer.Token.END && tokens.from() == tokens.to();
        assertThat(tokens.from()).as(document).isGreaterThanOrEqualTo(reached);
        if (!endOfEmpty && token != Tokenizer.Token.CDATA) {
          assertThat(tokens.to()).as(document).isGreaterThan(tokens.from());
        }
        reached = tokens.to();
        count++;
      }
      assertThat(reached).isLessThanOrEqualTo(document.length());
      assertThat(count).isLessThanOrEqualTo(2 * document.length());
    }
  }
}
