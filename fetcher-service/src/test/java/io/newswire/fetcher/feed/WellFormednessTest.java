package io.newswire.fetcher.feed;

import static io.newswire.fetcher.feed.Feeds.parsed;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A feed is malformed exactly where a conforming XML parser would give up. */
class WellFormednessTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<rss><channel><title>a</title></channel></rss>",
        "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
            + "<!-- c -->\n"
            + "<rss><channel/></rss>\n"
            + "<!-- d -->",
        "<?xml version='1.0'?><?xml-stylesheet href='s.css'?><rss><channel/></rss>",
        "<!DOCTYPE rss SYSTEM"
            + " 'http://dtd.example/rss.dtd'><rss><channel><title>&eacute;&other;</title></channel></rss>",
        "<!DOCTYPE rss [<!ENTITY x 'y'>]><rss><channel><title>&x;</title></channel></rss>",
        "<rss><channel><description><br></br><embed>x</embed></description></channel></rss>",
        "<rss xmlns:m='urn:m'><channel><m:embed><m:param>x</m:param></m:embed></channel></rss>",
        "<rss><channel><a b='c' d=\"e>\"></a ></channel></rss>",
        "<rss><channel><title><![CDATA[a ]] > & <b>]]></title></channel></rss>",
        "<rss><channel><title>&#65;&#x42;&amp;&lt;&gt;&quot;&apos;</title></channel></rss>",
        "<rss><channel><item><item/></item></channel></rss>",
        "<rss xml:lang='en' xmlns:a='urn:a' a:b='c'><channel/></rss>",
      })
  void aWellFormedFeedIsNotMalformed(String document) {
    assertThat(isWellFormed(document)).isTrue();
    ParseResult.Parsed result = parsed(document);
    assertThat(result.malformed()).as(result.problems().toString()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " <?xml version='1.0'?><rss><channel/></rss>",
        "<?xml encoding='UTF-8'?><rss><channel/></rss>",
        "<rss><channel/></rss>x",
        "<rss><channel/></rss><rss/>",
        "<rss><channel><title>a & b</title></channel></rss>",
        "<rss><channel><title>&nbsp;</title></channel></rss>",
        "<!DOCTYPE rss><rss><channel><title>&nbsp;</title></channel></rss>",
        "<rss><channel><title>&#X41;</title></channel></rss>",
        "<rss><channel><title>&#1;</title></channel></rss>",
        "<rss><channel><title>\u0001</title></channel></rss>",
        "<rss><channel><title>]]></title></channel></rss>",
        "<rss><channel><other>a & b</other></channel></rss>",
        "<rss><channel><other a='b&c'/></channel></rss>",
        "<rss><channel><other a='<'/></channel></rss>",
        "<rss><channel><other a='1' a='2'/></channel></rss>",
        "<rss><channel><other a='1'b='2'/></channel></rss>",
        "<rss><channel><other a=1/></channel></rss>",
        "<rss><channel><other a/></channel></rss>",
        "<rss><channel><a,b/></channel></rss>",
        "<rss><channel><x:a/></channel></rss>",
        "<rss><channel x:a='b'/></rss>",
        "<rss xmlns:x=''><channel/></rss>",
        "<rss><channel><!-- a -- b --></channel></rss>",
        "<rss><channel></ channel></rss>",
        "<rss><channel></channel x></rss>",
        "<rss><channel><description><b><i>a</b></i></description></channel></rss>",
        "<rss><channel><description>a</p></description></channel></rss>",
        "<rss><channel><description>a<br></description></channel></rss>",
        "<rss><channel>",
        "<rss><channel><![CDATA[</channel></rss>",
      })
  void whatIsNotWellFormedIsMalformed(String document) {
    assertThat(isWellFormed(document)).isFalse();
    assertThat(parsed(document).malformed()).isTrue();
  }

  @Test
  void aDeclarationThatNamesAnotherOneByteCharsetIsNoError() {
    byte[] body =
        "<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><title>é</title></channel></rss>"
            .getBytes(StandardCharsets.UTF_8);
    ParseResult.Parsed result = (ParseResult.Parsed) Feeds.parse(body, Map.of());
    assertThat(result.malformed()).isFalse();
    assertThat(Feeds.value(result.feed().title())).isEqualTo("é");
  }

  @Test
  void ofThousandsOfDamagedFeedsTheJdksParserRejectsTheSame() {
    Random random = new Random(20261002);
    List<String> disagreed = new ArrayList<>();
    int read = 0;
    for (int i = 0; i < 4_000; i++) {
      String document = Damage.to(Feeds.SHAPES.get(i % Feeds.SHAPES.size()), random);
      ParseResult result = Feeds.parse(document.getBytes(StandardCharsets.UTF_8), Map.of());
      if (result instanceof ParseResult.Parsed parsed) {
        read++;
        if (parsed.malformed() == isWellFormed(document)) {
          disagreed.add(document + " " + parsed.problems());
        }
      }
    }
    assertThat(read).isGreaterThan(3_500);
    assertThat(disagreed).hasSizeLessThan(read / 100);
  }

  private static boolean isWellFormed(String document) {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(document));
      while (reader.hasNext()) {
        reader.next();
      }
      return true;
    } catch (XMLStreamException e) {
      return false;
    }
  }
}
