package io.newswire.elasticsearch.plugin;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.index.analysis.AnalyzerScope;
import org.elasticsearch.index.analysis.PreBuiltAnalyzerProvider;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/**
 * Lucene's analyzers under Elasticsearch's names for them, each with the setting {@code stopwords}.
 */
final class LanguageAnalyzers {

  /** Elasticsearch's name, and Lucene's class below org.apache.lucene.analysis. */
  private static final String[][] LANGUAGES = {
    {"arabic", "ar.ArabicAnalyzer"},
    {"armenian", "hy.ArmenianAnalyzer"},
    {"basque", "eu.BasqueAnalyzer"},
    {"bengali", "bn.BengaliAnalyzer"},
    {"brazilian", "br.BrazilianAnalyzer"},
    {"bulgarian", "bg.BulgarianAnalyzer"},
    {"catalan", "ca.CatalanAnalyzer"},
    {"cjk", "cjk.CJKAnalyzer"},
    {"czech", "cz.CzechAnalyzer"},
    {"danish", "da.DanishAnalyzer"},
    {"dutch", "nl.DutchAnalyzer"},
    {"english", "en.EnglishAnalyzer"},
    {"estonian", "et.EstonianAnalyzer"},
    {"finnish", "fi.FinnishAnalyzer"},
    {"french", "fr.FrenchAnalyzer"},
    {"galician", "gl.GalicianAnalyzer"},
    {"german", "de.GermanAnalyzer"},
    {"greek", "el.GreekAnalyzer"},
    {"hindi", "hi.HindiAnalyzer"},
    {"hungarian", "hu.HungarianAnalyzer"},
    {"indonesian", "id.IndonesianAnalyzer"},
    {"irish", "ga.IrishAnalyzer"},
    {"italian", "it.ItalianAnalyzer"},
    {"latvian", "lv.LatvianAnalyzer"},
    {"lithuanian", "lt.LithuanianAnalyzer"},
    {"norwegian", "no.NorwegianAnalyzer"},
    {"persian", "fa.PersianAnalyzer"},
    {"portuguese", "pt.PortugueseAnalyzer"},
    {"romanian", "ro.RomanianAnalyzer"},
    {"russian", "ru.RussianAnalyzer"},
    {"serbian", "sr.SerbianAnalyzer"},
    {"sorani", "ckb.SoraniAnalyzer"},
    {"spanish", "es.SpanishAnalyzer"},
    {"swedish", "sv.SwedishAnalyzer"},
    {"thai", "th.ThaiAnalyzer"},
    {"turkish", "tr.TurkishAnalyzer"}
  };

  private LanguageAnalyzers() {}

  static Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> providers() {
    Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> providers = new HashMap<>();
    for (String[] language : LANGUAGES) {
      providers.put(
          language[0],
          (index, environment, name, settings) ->
              new PreBuiltAnalyzerProvider(
                  name, AnalyzerScope.INDEX, analyzer(language[1], environment, settings)));
    }
    return Map.copyOf(providers);
  }

  private static Analyzer analyzer(String type, Environment environment, Settings settings) {
    try {
      Class<? extends Analyzer> analyzer =
          Class.forName("org.apache.lucene.analysis." + type).asSubclass(Analyzer.class);
      if (settings.get("stopwords") == null && settings.get("stopwords_path") == null) {
        return analyzer.getConstructor().newInstance();
      }
      CharArraySet stopWords =
          Analysis.parseStopWords(environment, settings, CharArraySet.EMPTY_SET);
      Constructor<? extends Analyzer> withStopWords = analyzer.getConstructor(CharArraySet.class);
      return withStopWords.newInstance(stopWords);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("Analyzer " + type + " cannot be built", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Analyzer " + type + " is not in this node", e);
    }
  }
}
