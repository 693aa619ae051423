package io.newswire.parser.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of a text that look like comments, cards, further articles or the end of it. */
class LostPartsTest {

  private static final String WEND =
      "<p>The bridge over the Wend was opened again on Monday, after a winter of repairs that cost"
          + " twice what the town had planned, the council said.</p>";

  private static final String FERRY =
      "<p>The ferry has made its last crossing, half empty and very wet, as its captain put it.</p>";

  private static String textOf(String body) throws ExtractionException {
    Page page =
        new Page(
            ("<meta charset=utf-8><body>" + body).getBytes(UTF_8),
            "text/html",
            "https://news.example/a");
    return new ArticleExtractor().extract(page, Hints.NONE).text();
  }

  private static String part(String heading, String text) {
    return "<div class=part><h2>" + heading + "</h2>" + text + "</div>";
  }

  @ParameterizedTest
  @ValueSource(strings = {"Réactions", "Diskussion", "Opinie", "Обсуждение", "Reacties"})
  void aSubheadThatMayBeOneOfCommentsEndsNoText(String label) throws ExtractionException {
    String first = "<h1>Bridge</h1>" + part("A winter", WEND.repeat(2));
    String others = part("The cost", WEND.repeat(2)) + part("The ferry", WEND + FERRY);
    assertThat(textOf(first + part(label, WEND.repeat(2)) + others)).contains(label, "last cross");
    assertThat(textOf(first + others + part(label, FERRY))).contains(label);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Réactions (12)", "Kommentare", "Reader comments"})
  void aLabelOfNothingButCommentsEndsTheText(String label) throws ExtractionException {
    String text = "<h1>Bridge</h1>" + part("A winter", WEND.repeat(3));
    String comments = part(label, "<p>I liked the ferry better, and so did my dog.</p>".repeat(9));
    assertThat(textOf(text + comments)).contains("bridge over").doesNotContain("my dog");
  }

  @Test
  void aChronologyIsNoThreadOfComments() throws ExtractionException {
    String intro = "<div><h1>Sturm</h1>" + WEND.repeat(2) + "</div><div>";
    String dated =
        "<p>Montag, 03.05.2024, 14:07 Uhr</p>"
            + WEND
            + "<p>Dienstag, 04.05.2024, 09:32 Uhr</p>"
            + WEND
            + "<p>Mittwoch, 05.05.2024, 11:48 Uhr</p>"
            + FERRY;
    assertThat(textOf(intro + dated)).contains("Dienstag", "last crossing");
  }

  @Test
  void datedPartsThatTheTextGoesOnBelowAreNoComments() throws ExtractionException {
    String parts =
        "<p>Altenried, 03.05.2024, 14:07</p>"
            + WEND
            + "<p>Wendfurt, 04.05.2024, 09:32</p>"
            + WEND
            + "<p>Three Oaks, 05.05.2024, 11:48</p>"
            + FERRY;
    String text = "<h1>Storm</h1>" + WEND.repeat(2) + parts + WEND;
    assertThat(textOf(text)).contains("Wendfurt", "last crossing");
    String thread = "<h1>Storm</h1><div>" + WEND.repeat(4) + "</div><div>" + parts + "</div>";
    assertThat(textOf(thread)).contains("bridge over").doesNotContain("Wendfurt", "last crossing");
  }

  private static String box(String name, String line, String text) {
    return "<div class=x><div>" + name + "</div><div>" + line + "</div>" + text + "</div>";
  }

  @ParameterizedTest
  @ValueSource(strings = {"1975", "19:30", "12.50", "€ 12.50", "Doors 19:30"})
  void boxesWithAYearATimeOrAPriceAreNoComments(String line) throws ExtractionException {
    String boxes = box("Jaws", line, WEND) + box("Alien", line, WEND) + box("Heat", line, FERRY);
    assertThat(textOf("<h1>Films</h1><div>" + WEND.repeat(2) + "</div><div>" + boxes + "</div>"))
        .contains("Jaws", "Heat", "last crossing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"March 12, 2020", "12. März 2020", "12/03/2020 9:15", "2020年3月12日"})
  void boxesWithANameAndADayAreComments(String line) throws ExtractionException {
    String boxes = box("Ole", line, WEND) + box("Marta", line, WEND) + box("Kim", line, FERRY);
    assertThat(textOf("<h1>Films</h1><div>" + WEND.repeat(4) + "</div><div>" + boxes + "</div>"))
        .contains("bridge over")
        .doesNotContain("Marta", "last crossing");
  }

  private static String opening(String heading, String link) {
    return "<div class=r><h2>" + heading + "</h2>" + FERRY + "<a href=/r/1>" + link + "</a></div>";
  }

  @Test
  void aListOfDishesWithALinkToEachIsTheText() throws ExtractionException {
    String dishes =
        opening("Leek soup", "Get the recipe")
            + opening("Pea soup", "Get the recipe")
            + opening("Fish soup", "Get the recipe")
            + opening("Beet soup", "Get the recipe");
    assertThat(textOf("<h1>Ten soups</h1>" + WEND + dishes)).contains("Pea soup", "Beet soup");
    assertThat(textOf("<h1>Ten soups</h1><div>" + WEND + "</div><div>" + dishes + "</div>"))
        .contains("Pea soup", "Beet soup");
    assertThat(textOf("<h1>Ten soups</h1>" + WEND.repeat(9) + dishes)).contains("Pea soup");
  }

  private static String chapter(String name, String title, String text) {
    return "<section class='" + name + "'><h1>" + title + "</h1>" + text + "</section>";
  }

  @ParameterizedTest
  @ValueSource(strings = {"story-part", "history", "poster"})
  void chaptersWithFirstHeadingsAreNoFurtherArticles(String name) throws ExtractionException {
    String chapters =
        chapter(name, "One", WEND.repeat(2))
            + chapter(name, "Two", WEND.repeat(2))
            + chapter(name, "Three", WEND + FERRY);
    assertThat(textOf(chapters)).contains("Two", "Three", "last crossing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>By Ann Reed | March 11, 2020</p>",
        "<p><time>10:15</time></p>",
        "<div class=share-bar><a href=https://social.example/s>Share</a></div>"
      })
  void articlesThatAreSignedEachAreFurtherOnes(String signed) throws ExtractionException {
    String articles =
        chapter("story", "One", signed + WEND.repeat(2))
            + chapter("story", "Two", signed + WEND + FERRY);
    assertThat(textOf(articles)).contains("bridge over").doesNotContain("last crossing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ランキングは三年連続で首位を守った。", "Want more? So does he!"})
  void aSentenceThatOpensLikeTheEndOfATextEndsNone(String sentence) throws ExtractionException {
    String text = "<h1>Bridge</h1>" + WEND.repeat(9) + "<p>" + sentence + "</p>";
    assertThat(textOf(text + FERRY)).endsWith("as its captain put it.");
  }

  @Test
  void aSentenceOfTheEndOfATextInAScriptWithoutSpacesStays() throws ExtractionException {
    String sentence = "ランキングは三年連続で首位を守った。";
    assertThat(textOf("<h1>Bridge</h1>" + WEND.repeat(9) + "<p>" + sentence + "</p>" + FERRY))
        .contains(sentence);
  }

  @Test
  void whatIsToldByItsShapeComesBackWhereNextToNothingIsLeft() throws ExtractionException {
    String chapters =
        chapter("story", "One", FERRY.repeat(2))
            + chapter("story", "Two", "<p><time>10:15</time></p>" + WEND.repeat(20));
    assertThat(textOf(chapters)).contains("bridge over");
  }

  @Test
  void cardsStayAwayFromAVideoOfOneSentence() throws ExtractionException {
    StringBuilder page = new StringBuilder("<div class=details><h1>Ferry</h1>" + FERRY + "</div>");
    page.append("<div class=playlist><h2>More videos</h2>");
    for (int i = 0; i < 30; i++) {
      page.append("<div class=vid><a href=/v/" + i + "><img><h3>The bridge at night, part " + i)
          .append("</h3></a>" + WEND + "<span>1:10</span></div>");
    }
    assertThat(textOf(page + "</div>")).doesNotContain("bridge over").contains("ferry");
  }
}
