package io.newswire.parser.extract.html;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What metadata says that helps to tell an article's text from the page around it.
 *
 * @param titles the title in its known spellings, folded: a heading that repeats it is no text
 * @param authors names of the authors: a closing paragraph that opens with one is about the author
 * @param description the summary that the page declares: a line above the body that says the same
 *     is the dek
 * @param articleBody the body as the structured data gives it
 */
public record ArticleHints(
    Set<String> titles,
    List<String> authors,
    @Nullable String description,
    @Nullable String articleBody) {

  public static final ArticleHints NONE = new ArticleHints(Set.of(), List.of(), null, null);

  public ArticleHints {
    titles = Set.copyOf(titles);
    authors = List.copyOf(authors);
  }
}
