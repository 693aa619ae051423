package io.newswire.fetcher.feed;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The open elements of a document, with what each is read as and what it sets for those inside. */
final class ElementStack {

  /** What the children of an open element are read as. */
  enum Scope {
    /** Nothing of a feed has begun. */
    DOCUMENT,
    FEED,
    ENTRY,
    /** A Media RSS group, alternative contents (Atom 0.3): like the entry they are in. */
    GROUP,
    /** The feed that an entry was taken from. */
    SOURCE,
    PERSON,
    /** An element in a person whose text belongs to the person. */
    PERSON_PART,
    IMAGE,
    MEDIA,
    SKIP,
    /** The element that is being captured. */
    LEAF,
    /** Nothing inside is read. */
    IGNORED
  }

  private Name[] names = new Name[16];
  private Scope[] scopes = new Scope[16];
  private @Nullable String[] bases = new String[16];
  private @Nullable String[] languages = new String[16];
  private int depth;

  int depth() {
    return depth;
  }

  Scope scope() {
    return depth == 0 ? Scope.DOCUMENT : scopes[depth - 1];
  }

  Name name() {
    return names[depth - 1];
  }

  /** The {@code xml:base} in force, or null. */
  @Nullable String base() {
    return depth == 0 ? null : bases[depth - 1];
  }

  /** The {@code xml:lang} in force, or null. */
  @Nullable String language() {
    return depth == 0 ? null : languages[depth - 1];
  }

  void push(Name name, Scope scope, @Nullable String base, @Nullable String language) {
    if (depth == names.length) {
      names = Arrays.copyOf(names, depth * 2);
      scopes = Arrays.copyOf(scopes, depth * 2);
      bases = Arrays.copyOf(bases, depth * 2);
      languages = Arrays.copyOf(languages, depth * 2);
    }
    names[depth] = name;
    scopes[depth] = scope;
    bases[depth] = base;
    languages[depth] = language;
    depth++;
  }

  void pop() {
    depth--;
  }

  /**
   * The depth of the innermost open element of this name, or -1; an end tag in another case closes
   * it too.
   */
  int find(Name name) {
    for (int i = depth - 1; i >= 0; i--) {
      if (names[i] == name || names[i].lower.equals(name.lower)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether an element of this scope is open. */
  boolean isIn(Scope scope) {
    for (int i = depth - 1; i >= 0; i--) {
      if (scopes[i] == scope) {
        return true;
      }
    }
    return false;
  }
}
