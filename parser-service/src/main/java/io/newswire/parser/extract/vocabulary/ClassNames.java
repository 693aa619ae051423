package io.newswire.parser.extract.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges an element by the words in its class and id. Names are split at punctuation and where case
 * changes, so that {@code relatedArticles}, {@code related-articles} and {@code
 * c-related__articles} read alike. Not safe for use by several threads: one for each page.
 */
public final class ClassNames {

  /** What a name says about the element that bears it. */
  public enum Judgement {
    /** Holds the article's text. */
    CONTENT,
    /** Nothing known. */
    NEUTRAL,
    /** Furniture, as far as it is a small part of the page. */
    FURNITURE,
    /** Furniture however large: comments, related articles, navigation. */
    FURNITURE_FOR_SURE
  }

  private final Vocabulary vocabulary;
  private final Map<String, Judgement> judged = new HashMap<>();

  public ClassNames(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The words that names are judged by. */
  public record Vocabulary(
      Set<String> content, Set<String> furniture, Set<String> sure, Set<String> firstWords) {

    private Vocabulary(Set<String> content, Set<String> furniture, Set<String> sure) {
      this(content, furniture, sure, new HashSet<>());
      for (Set<String> phrases : List.of(content, furniture, sure)) {
        for (String phrase : phrases) {
          int end = phrase.indexOf('-');
          firstWords.add(end < 0 ? phrase : phrase.substring(0, end));
        }
      }
    }

    /** Names of deks alone, as content. */
    public static Vocabulary ofDeks() {
      return new Vocabulary(new HashSet<>(WordLists.read("dek-classes")), Set.of(), Set.of());
    }

    /** Reads the lists that come with the parser. */
    public static Vocabulary load() {
      return new Vocabulary(
          new HashSet<>(WordLists.read("content-classes")),
          new HashSet<>(WordLists.read("furniture-classes")),
          new HashSet<>(WordLists.read("sure-furniture-classes")));
    }
  }

  /** Judges names: the values of class, id and the like, separated by spaces. */
  public Judgement judge(String names) {
    if (names.isBlank()) {
      return Judgement.NEUTRAL;
    }
    if (names.length() > 500) {
      return judgeAfresh(names.substring(0, 500));
    }
    return judged.computeIfAbsent(names, this::judgeAfresh);
  }

  private Judgement judgeAfresh(String names) {
    Judgement best = Judgement.NEUTRAL;
    for (String name : names.split("\\s++")) {
      Judgement judgement = judgeName(name);
      if (judgement != Judgement.NEUTRAL
          && (best == Judgement.NEUTRAL || judgement.compareTo(best) > 0)) {
        best = judgement;
      }
    }
    return best;
  }

  private Judgement judgeName(String name) {
    List<String> parts = parts(name);
    Judgement judgement = Judgement.NEUTRAL;
    for (int from = 0; from < parts.size(); from++) {
      if (!vocabulary.firstWords().contains(parts.get(from))) {
        continue;
      }
      StringBuilder joined = new StringBuilder();
      for (int to = from; to < Math.min(from + 3, parts.size()); to++) {
        joined.append(to == from ? "" : "-").append(parts.get(to));
        String phrase = joined.toString();
        if (vocabulary.sure().contains(phrase)) {
          return Judgement.FURNITURE_FOR_SURE;
        }
        if (vocabulary.furniture().contains(phrase)) {
          judgement = Judgement.FURNITURE;
        } else if (judgement == Judgement.NEUTRAL && vocabulary.content().contains(phrase)) {
          judgement = Judgement.CONTENT;
        }
      }
    }
    return judgement;
  }

  private static List<String> parts(String name) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean lower = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = Character.isLetter(c);
      if (!letter || (lower && Character.isUpperCase(c))) {
        add(part, parts);
      }
      if (letter) {
        part.append(Character.toLowerCase(c));
      }
      lower = letter && Character.isLowerCase(c);
    }
    add(part, parts);
    return parts;
  }

  private static void add(StringBuilder part, List<String> parts) {
    if (!part.isEmpty()) {
      parts.add(part.toString());
      part.setLength(0);
    }
  }
}
