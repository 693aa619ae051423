package io.newswire.fetcher.feed;

import java.util.Arrays;

/** Which vocabulary each prefix stands for at the current place of a document. */
final class Namespaces {

  private static final int MOST = 1_024;

  private final Problems problems;
  private String[] prefixes = new String[16];
  private Vocabulary[] vocabularies = new Vocabulary[16];
  private int[] depths = new int[16];
  private int size;

  Namespaces(Problems problems) {
    this.problems = problems;
  }

  /** Takes in the declarations of the start tag of the element at {@code depth}. */
  void declare(Attributes attributes, int depth) {
    for (int i = 0; i < attributes.size(); i++) {
      Name name = attributes.name(i);
      if (name.lower.startsWith("xmlns") && size < MOST) {
        if (name.lower.equals("xmlns")) {
          bind("", attributes.value(i), depth);
        } else if (name.prefix.equals("xmlns")) {
          bind(name.local, attributes.value(i), depth);
        }
      }
    }
  }

  /** Forgets the declarations of elements deeper than {@code depth}. */
  void leave(int depth) {
    while (size > 0 && depths[size - 1] > depth) {
      size--;
    }
  }

  /** The vocabulary of an element with this name. */
  Vocabulary of(Name name) {
    String prefix = name.prefix;
    for (int i = size - 1; i >= 0; i--) {
      if (prefixes[i].equals(prefix)) {
        return vocabularies[i];
      }
    }
    if (prefix.isEmpty()) {
      return Vocabulary.CORE;
    }
    Vocabulary customary = Vocabulary.ofPrefix(prefix);
    if (customary != Vocabulary.XML) {
      problems.add("a namespace prefix that is not declared");
    }
    return customary == null ? Vocabulary.FOREIGN : customary;
  }

  /** Whether the default namespace is one of RSS or Atom. */
  boolean declaresRss() {
    for (int i = size - 1; i >= 0; i--) {
      if (prefixes[i].isEmpty()) {
        return vocabularies[i] == Vocabulary.CORE;
      }
    }
    return false;
  }

  /** Notes prefixes of attributes that are not declared. */
  void judge(Attributes attributes) {
    for (int i = 0; i < attributes.size(); i++) {
      String prefix = attributes.name(i).prefix;
      if (!prefix.isEmpty()
          && !prefix.equals("xml")
          && !prefix.equals("xmlns")
          && !isDeclared(prefix)) {
        problems.add("a namespace prefix that is not declared");
      }
    }
  }

  private boolean isDeclared(String prefix) {
    for (int i = size - 1; i >= 0; i--) {
      if (prefixes[i].equals(prefix)) {
        return true;
      }
    }
    return false;
  }

  private void bind(String prefix, String uri, int depth) {
    if (uri.isEmpty() && !prefix.isEmpty()) {
      problems.add("a namespace prefix that is declared as nothing");
    }
    Vocabulary vocabulary = Vocabulary.ofUri(uri);
    if (vocabulary == null) {
      vocabulary = Vocabulary.ofPrefix(prefix);
    }
    if (size == prefixes.length) {
      prefixes = Arrays.copyOf(prefixes, size * 2);
      vocabularies = Arrays.copyOf(vocabularies, size * 2);
      depths = Arrays.copyOf(depths, size * 2);
    }
    prefixes[size] = prefix;
    vocabularies[size] = vocabulary == null ? Vocabulary.FOREIGN : vocabulary;
    depths[size] = depth;
    size++;
  }
}
