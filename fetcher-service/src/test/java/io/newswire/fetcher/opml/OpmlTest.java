package io.newswire.fetcher.opml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
          <outline text="A < B > C" xmlUrl="https://a.example/f"/>             | https://a.example/f
          <outline text="A" title="A" text="A" xmlUrl="https://a.example/f"/>  | https://a.example/f
          <outline text="A"xmlUrl="https://a.example/f"/>                      | https://a.example/f
          <outline text="A&nbsp;&#150;&bogus;" xmlUrl="https://a.example/f"/>  | https://a.example/f
          <outline text="A" xmlUrl="https://a.example/f"></outlin>             | https://a.example/f
          <outline text='it's' xmlUrl='https://a.example/f'/>                  | https://a.example/f
          <!-- a -- b --><outline text="A" xmlUrl="https://a.example/f"/>      | https://a.example/f
          </body><outline text="A" xmlUrl="https://a.example/f"/>              | https://a.example/f
          <outline text="A" <![CDATA[ xmlUrl="https://a.example/f"/>           | https://a.example/f
          <outline text="A" xmlUrl="https://a.example/f"                       | https://a.example/f
          """)
  void brokenOutlinesGiveTheirFeeds(String outline, String url) {
    OpmlDocument opml = read("<opml><body><outline text='Folder'>" + outline + "</body>");
    assertThat(opml.feeds()).extracting(OpmlFeed::url).containsExactly(url);
    assertThat(opml.feeds().getFirst().tags()).containsExactly("Folder");
  }

  @Test
  void aStraySectionInATagCostsNoFeed() {
    String list = "<outline xmlUrl='https://a.example/'/><outline xmlUrl='https://b.example/'/>";
    OpmlDocument opml = read("<opml><body><outline text='A' <![CDATA[/>" + list + "</body></opml>");
    assertThat(opml.feeds())
        .extracting(OpmlFeed::url)
        .containsExactly("https://a.example/", "https://b.example/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s<![CDATA[%s]]>%s",
        "%s<![CDATA[%s%s",
        "<![CDATA[%s%s]]>%s",
        "%s]]>%s<![CDATA[<![CDATA[%s",
      })
  void aStraySectionBetweenOutlinesCostsNoFeed(String list) {
    OpmlDocument opml =
        read(
            "<opml><body><outline text='Folder'>"
                + list.formatted(
                    "<outline xmlUrl='https://a.example/'/>",
                    "<outline xmlUrl='https://b.example/'/>",
                    "<outline xmlUrl='https://c.example/'/>")
                + "</outline><outline xmlUrl='https://d.example/'/></body></opml>");
    assertThat(opml.feeds())
        .extracting(OpmlFeed::url, feed -> String.join(",", feed.tags()))
        .containsExactly(
            tuple("https://a.example/", "Folder"),
            tuple("https://b.example/", "Folder"),
            tuple("https://c.example/", "Folder"),
            tuple("https://d.example/", ""));
  }

  @Test
  void outlinesAloneAreAList() {
    assertThat(
            read("<outline xmlUrl='https://a.example/'/>\n<outline xmlUrl='https://b.example/'/>")
                .feeds())
        .extracting(OpmlFeed::url)
        .containsExactly("https://a.example/", "https://b.example/");
  }

  @Test
  void namesAreReadInTheCharsetTheyAreWrittenIn() {
    String list =
        "<?xml version='1.0' encoding='windows-1251'?><opml><body><outline text='Новости'"
            + " xmlUrl='https://a.example/'/>";
    OpmlDocument opml = new OpmlReader().read(list.getBytes(Charset.forName("windows-1251")));
    assertThat(opml.feeds()).extracting(OpmlFeed::title).containsExactly("Новости");
  }

  @Test
  void aCharacterLostOrTooManyCostsOneFeedAtMost() {
    StringBuilder list =
        new StringBuilder("<opml version=\"2.0\"><body><outline text=\"Folder\">\n");
    for (int i = 0; i < 12; i++) {
      list.append("<outline text=\"N\" type=\"rss\" xmlUrl=\"https://s")
          .append(i)
          .append(".example/f?a=1&amp;b=2\"/>\n");
    }
    list.append("</outline></body></opml>");
    SplittableRandom random = new SplittableRandom(11);
    String stray = "<>&\"'/= \n!?[x";
    for (int round = 0; round < 3_000; round++) {
      StringBuilder damaged = new StringBuilder(list);
      int at = random.nextInt(damaged.length());
      if (random.nextBoolean()) {
        damaged.deleteCharAt(at);
      } else {
        damaged.insert(at, stray.charAt(random.nextInt(stray.length())));
      }
      assertThat(read(damaged.toString()).feeds().stream().map(OpmlFeed::url))
          .as(damaged.toString())
          .filteredOn(url -> url.matches("https://s\\d+\\.example/f\\?a=1&b=2"))
          .hasSizeGreaterThanOrEqualTo(11);
    }
  }

  @Test
  void problemsNameTheOutlineButNoSecret() {
    OpmlDocument opml =
        read(
            "<opml><body><outline text='Odd' xmlUrl='not a url'/><outline"
                + " xmlUrl='https://u:secret@a.example/'/>");
    assertThat(opml.problems())
        .anyMatch(p -> p.contains("\"Odd\""))
        .noneMatch(p -> p.contains("secret"));
    assertThat(read("<html/>").problems()).anyMatch(p -> p.contains("no OPML"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "htp://user:secret@a.example/f",
        "user:secret@a.example/f",
        "user:sec@ret@a.example/f",
        "htp://a.example/f?token=secret",
        "http:///user:secret@a.example/f",
        "https://user:sec@ret@a.example/f"
      })
  void noProblemShowsASecret(String address) {
    OpmlDocument opml = read("<opml><body><outline xmlUrl='" + address + "'/>");
    assertThat(opml.problems())
        .anyMatch(problem -> problem.contains("a.example/f"))
        .noneMatch(problem -> problem.contains("sec") || problem.contains("ret@"));
  }

  @Test
  void noProblemIsLongerThanALine() {
    String name = "n".repeat(100_000);
    OpmlDocument opml =
        read(
            "<opml><body><outline text='%1$s' xmlUrl='htp://%1$s/'/></%1$s><outline xmlUrl='https://%1$s/'/><%1$s>"
                .formatted(name));
    assertThat(opml.problems())
        .hasSizeGreaterThan(3)
        .allSatisfy(problem -> assertThat(problem).hasSizeLessThan(600));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<outline xmlUrl='https://%d.example/'>",
        "<outline text='F%d'>",
        "<outline xmlUrl='https://a.example/' category='C%d'/>",
        "<outline text='F%d'></outline><outline><outline xmlUrl='https://a.example/'>"
      })
  void aListOfAnyShapeCostsTimeInProportionOnly(String outline) {
    StringBuilder list = new StringBuilder("<opml><body>");
    for (int i = 0; i < 300_000; i++) {
      list.append(outline.replace("%d", Integer.toString(i)));
    }
    assertTimeoutPreemptively(Duration.ofSeconds(30), () -> read(list.toString()));
  }

  @Test
  void outlinesThatAreNotClosedKeepTheirFoldersApart() {
    OpmlDocument opml =
        read(
            "<opml><body>"
                + "<outline text='A' xmlUrl='https://a.example/'>".repeat(100)
                + "<outline text='Ports'><outline xmlUrl='https://b.example/'/></outline>"
                + "<outline text='Sea'><outline xmlUrl='https://c.example/'/>");
    assertThat(opml.feeds())
        .extracting(OpmlFeed::tags)
        .containsExactly(List.of(), List.of("Ports"), List.of("Sea"));
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
                        "<opml><body><outline text='F'><outline xmlUrl='https://a.example/f'"
                            + " text='A'/></outline>")),
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
