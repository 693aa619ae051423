package io.newswire.parser.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images as content management systems write them: at once, lazily, in several sizes. */
class ArticleImagesTest {

  private static final String WEND =
      "<p>The bridge over the Wend was opened again on Monday, after a winter of repairs that cost"
          + " twice what the town had planned, the council said.</p>";

  private static final String DATA =
      "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

  private static List<ExtractedImage> images(String head, String markup)
      throws ExtractionException {
    String html = head + "<article><h1>Bridge</h1>" + WEND + markup + WEND.repeat(3) + "</article>";
    Page page = new Page(html.getBytes(UTF_8), "text/html", "https://news.example/a/1");
    return new ArticleExtractor().extract(page, Hints.NONE).images();
  }

  private static String only(String markup) throws ExtractionException {
    List<ExtractedImage> images = images("", markup);
    assertThat(images).hasSize(1);
    return String.valueOf(images.getFirst().url());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<img src='/p.jpg'>",
        "<img src='DATA' data-src='/p.jpg'>",
        "<img src='/img/placeholder.png' data-lazy-src='/p.jpg'>",
        "<img src='/static/grey.gif' data-original='/p.jpg'>",
        "<img src='/blank.gif' srcset='DATA 1w' data-srcset='/s.jpg 320w, /p.jpg 1200w'>",
        "<img src='/s.jpg?w=20&blur=50' data-src='/p.jpg'>",
        "<img src='/s.jpg' srcset='/s.jpg 300w,/p.jpg 1024w, /huge.jpg 4000w' sizes='100vw'>",
        "<img srcset='/s.jpg, /p.jpg 2x'>",
        "<picture><source type='image/jpeg' srcset='/s.jpg 400w, /p.jpg 800w'><img src='DATA'></picture>",
        "<picture><source data-srcset='/p.jpg 1x'><img class='lazy' src='DATA' alt=''></picture>",
        "<img class='lazy' src='DATA'><noscript><img src='/p.jpg'></noscript>",
        "<amp-img src='/p.jpg' width='16' height='9' layout='responsive'></amp-img>",
        "<img src='/p.jpg' data-src='{\"a\":1}'>",
        "<img src='/p.jpg' data-lazy='true' data-src='1'>",
        "<picture><source srcset='/p.jpg'><img src='/dull-grey.jpg'></picture>",
        "<picture><img src='/grey.gif'><source srcset='/p.jpg'></picture>",
        "<img src='/dull-grey.jpg'><noscript><img src='/p.jpg'></noscript>",
      })
  void theRealFileOfAnImageIsFound(String markup) throws ExtractionException {
    assertThat(only(markup.replace("DATA", DATA))).isEqualTo("https://news.example/p.jpg");
  }

  @Test
  void anAddressWithCommasInASetIsOneAddress() throws ExtractionException {
    assertThat(only("<img srcset='/w_400,h_300/p.jpg 400w, /w_900,h_675/p.jpg 900w'>"))
        .isEqualTo("https://news.example/w_900,h_675/p.jpg");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"spacer.gif", "top-spacer.png", "grey.png", "clear-16x9.png", "top_pixel.gif"})
  void nothingButAStandInIsNoImage(String file) throws ExtractionException {
    assertThat(images("", "<img src='" + DATA + "'><img src='/" + file + "'>")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "google-pixel-8.jpg",
        "pixel-8.jpg",
        "dorian-gray.jpg",
        "freddie-gray-1.jpg",
        "streets-empty.jpg",
        "point-blank.jpg"
      })
  void aPhotoNamedWithAWordOfStandInsIsAnImage(String file) throws ExtractionException {
    assertThat(only("<img src='/2024/" + file + "'>"))
        .isEqualTo("https://news.example/2024/" + file);
  }

  @Test
  void theSizeIsThatOfTheFileThatWasChosen() throws ExtractionException {
    List<ExtractedImage> images =
        images("", "<img src=/s.jpg width=600 height=400 srcset='/s.jpg 600w, /p.jpg 1200w'>");
    assertThat(images)
        .containsExactly(
            new ExtractedImage("https://news.example/p.jpg", 1200, 800, null, null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<figure><img src='/p.jpg'><figcaption>The bridge in May. <span class='credit'>Ada Lind</span></figcaption></figure>",
        "<figure><img src='/p.jpg'><figcaption><span class='caption'>The bridge in May.</span><small class='image-copyright'>Photo: Ada Lind</small></figcaption></figure>",
        "<figure><img src='/p.jpg'><figcaption>The bridge in May. (Photo: Ada Lind)</figcaption></figure>",
        "<figure class='wp-block-image'><img src='/p.jpg'><figcaption>The bridge in May. Photo by Ada Lind</figcaption></figure>",
      })
  void theCreditIsToldFromTheCaption(String markup) throws ExtractionException {
    List<ExtractedImage> images = images("", markup);
    assertThat(images).hasSize(1);
    assertThat(images.getFirst().caption()).isEqualTo("The bridge in May.");
    assertThat(images.getFirst().credit()).isEqualTo("Ada Lind");
  }

  @Test
  void theCaptionOfAnOldCaptionBoxIsItsImages() throws ExtractionException {
    List<ExtractedImage> images =
        images(
            "",
            "<div class='wp-caption'><a href='/p-full.jpg'><img src='/p.jpg' width='600'"
                + " height='400' alt='A bridge'></a><p class='wp-caption-text'>The bridge in"
                + " May</p></div>");
    assertThat(images)
        .containsExactly(
            new ExtractedImage(
                "https://news.example/p.jpg", 600, 400, "The bridge in May", null, "A bridge"));
  }

  @Test
  void theDeclaredImageComesFirst() throws ExtractionException {
    List<ExtractedImage> images =
        images(
            "<meta property='og:image' content='https://news.example/top.jpg'>",
            "<img src='/p.jpg'><figure><img src='/top-600x400.jpg'><figcaption>On"
                + " Monday</figcaption></figure>");
    assertThat(images)
        .extracting(ExtractedImage::url)
        .containsExactly("https://news.example/top.jpg", "https://news.example/p.jpg");
    assertThat(images.getFirst().caption()).isEqualTo("On Monday");
  }
}
