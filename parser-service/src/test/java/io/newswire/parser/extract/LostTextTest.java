package io.newswire.parser.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Text that looks like a caption, a box beside the article or a post of others, and is its own. */
class LostTextTest {

  private static final String WEND =
      "<p>The bridge over the Wend was opened again on Monday, after a winter of repairs that cost"
          + " twice what the town had planned, the council said.</p>";

  private static Extraction page(String html) throws ExtractionException {
    Page page = new Page(html.getBytes(UTF_8), "text/html", "https://news.example/a");
    return new ArticleExtractor().extract(page, Hints.NONE);
  }

  private static String textOf(String body) throws ExtractionException {
    return page("<article><h1>Bridge</h1>" + body + "</article>").text();
  }

  @Test
  void anEmojiInAShortParagraphMakesNoCaptionOfIt() throws ExtractionException {
    String emoji = "<img class=wp-smiley src=/smile.png>";
    String small = "<img src=/count width=1 height=1>";
    String body =
        WEND.repeat(3)
            + "<p>See you all there on Sunday "
            + emoji
            + "</p><p>And bring your boots "
            + small
            + "</p>"
            + WEND;
    assertThat(textOf(body)).contains("See you all there on Sunday", "And bring your boots");
  }

  @Test
  void aSentenceThatAPictureFollowsInTheSameParagraphIsText() throws ExtractionException {
    String body = WEND.repeat(3) + "<p>This is how it looks now. <img src=/now.jpg></p>" + WEND;
    assertThat(textOf(body)).contains("This is how it looks now.");
  }

  @Test
  void aCaptionAboveItsPictureGoesWithThePicture() throws ExtractionException {
    String body = WEND.repeat(3) + "<p>The bridge in May<img src=/may.jpg></p>" + WEND;
    Extraction found = page("<article><h1>Bridge</h1>" + body + "</article>");
    assertThat(found.text()).doesNotContain("The bridge in May");
    assertThat(found.images()).extracting(ExtractedImage::caption).contains("The bridge in May");
  }

  @Test
  void aLeadBesideThePictureIsTextWhereTheDescriptionSaysTheSame() throws ExtractionException {
    String lead = "Two years late and at twice its price, the bridge over the Wend is open.";
    Extraction found =
        page(
            "<meta name=description content='"
                + lead
                + "'><article><h1>Bridge</h1><div class=top><img src=/top.jpg><p>"
                + lead
                + "</p></div>"
                + WEND.repeat(4)
                + "</article>");
    assertThat(found.text()).startsWith(lead);
    assertThat(found.text().indexOf(lead)).isEqualTo(found.text().lastIndexOf(lead));
  }

  @Test
  void aTableOfDataAtTheVeryEndStays() throws ExtractionException {
    String table =
        "<table><tr><th>Bridge</th><th>Opened</th></tr><tr><td>Wend</td><td>1911</td></tr>"
            + "<tr><td>Alten</td><td>1974</td></tr></table>";
    assertThat(textOf(WEND.repeat(6) + table)).endsWith("Wend | 1911\nAlten | 1974");
  }

  @Test
  void theLastOfSeveralBoxesStaysWhateverItsNumber() throws ExtractionException {
    StringBuilder boxes = new StringBuilder();
    for (int i = 1; i <= 4; i++) {
      boxes.append("<div class='element element-3f2a1").append(i).append("'>");
      boxes.append(WEND.repeat(3)).append("</div>");
    }
    String last =
        "<div class='element element-77c0de'><p>The old ferry is sold.</p><p>Nobody bid.</p></div>";
    assertThat(textOf(boxes + last)).endsWith("The old ferry is sold.\n\nNobody bid.");
  }

  @Test
  void theLastPartOfATextInNamedPartsStays() throws ExtractionException {
    String parts =
        "<section class=opening><h2>How it began</h2>"
            + WEND.repeat(3)
            + "</section><section class=middle><h2>What it cost</h2>"
            + WEND.repeat(3)
            + "</section><section class=conclusion><h2>What is left</h2>"
            + "<p>The old ferry is sold.</p></section>";
    assertThat(textOf(parts)).endsWith("What is left\n\nThe old ferry is sold.");
  }

  @Test
  void anArticleThatStandsInAQuoteLosesOnlyThePostInIt() throws ExtractionException {
    String post = "<p>— Wend Council (@wendcouncil) 3 May 2021</p>";
    String below = "<p>Printed with leave of the writer, who lives by the river, as we do.</p>";
    assertThat(textOf("<blockquote>" + WEND.repeat(4) + post + "</blockquote>" + below.repeat(5)))
        .contains("The bridge over the Wend");
  }

  @Test
  void aListAboveTheTitleSaidAgainStays() throws ExtractionException {
    String list = "<ul>" + "<li>200 g flour</li>".repeat(30) + "</ul>";
    assertThat(page("<h1>Bridge</h1>" + list + "<h2>Bridge</h2>" + WEND.repeat(3)).text())
        .contains("200 g flour", "The bridge over the Wend");
  }

  @Test
  void aPoemWithItsTitleSaidAgainBelowItStays() throws ExtractionException {
    String poem = "<p>The river ran slowly below the town.</p><p>And no one saw it going down.</p>";
    assertThat(textOf(poem.repeat(6) + "<h2>Bridge</h2>")).contains("The river ran slowly");
    assertThat(page("<title>Bridge</title>" + poem.repeat(6) + "<h1>Bridge</h1>").text())
        .contains("The river ran slowly");
  }

  @Test
  void aSentenceThatSaysWhatToSeeAlsoEndsNoTextThatGoesOnAroundIt() throws ExtractionException {
    String further =
        "<p>See also the report on bridges.</p><p>Boats may pass from May on, it said, as they did before the winter.</p>";
    assertThat(textOf(WEND.repeat(9) + further))
        .endsWith("Boats may pass from May on, it said, as they did before the winter.");
    String related = "<p>Related stories</p><p>A ferry for the <a href=/aller>Aller</a>.</p>";
    assertThat(textOf(WEND.repeat(9) + related)).doesNotContain("ferry");
  }
}
