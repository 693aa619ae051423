package io.newswire.elasticsearch.plugin;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;

/** {@code asciifolding}: letters with diacritics become their ASCII counterparts. */
final class AsciiFolding extends AbstractTokenFilterFactory {

  private final boolean preserveOriginal;

  AsciiFolding(String name, boolean preserveOriginal) {
    super(name);
    this.preserveOriginal = preserveOriginal;
  }

  @Override
  public TokenStream create(TokenStream tokens) {
    return new ASCIIFoldingFilter(tokens, preserveOriginal);
  }

  /** Lets {@code normalizer}s of keyword fields use the filter; two forms of one term cannot be. */
  @Override
  public TokenStream normalize(TokenStream tokens) {
    return new ASCIIFoldingFilter(tokens, false);
  }

  /** In a synonym list only one form of a word makes sense. */
  @Override
  public TokenFilterFactory getSynonymFilter() {
    return preserveOriginal ? new AsciiFolding(name(), false) : this;
  }
}
