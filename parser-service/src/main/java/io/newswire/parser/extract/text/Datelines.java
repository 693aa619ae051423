package io.newswire.parser.extract.text;

import io.newswire.parser.extract.metadata.PersonNames;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines that wire services put around their stories. */
final class Datelines {

  /** "LONDON (Reuters) - ", "BERLIN, Jan 5 (dpa) –", "Paris (AFP) – ". */
  private static final Pattern DATELINE =
      Pattern.compile("^\\p{Lu}[^()\\n]{1,60}\\(([^()]{2,40})\\)\\s{0,2}[-–—:]");

  /** "(Reporting by A and B; Editing by C)". */
  private static final Pattern REPORTING =
      Pattern.compile(
          "^\\(?(?:additional )?(?:reporting|writing) by ([^;)]{3,200})", Pattern.CASE_INSENSITIVE);

  private final PersonNames names;

  Datelines(PersonNames names) {
    this.names = names;
  }

  /** The agency that a first paragraph's dateline names. */
  List<String> agencies(String paragraph) {
    String head = paragraph.substring(0, Math.min(paragraph.length(), 120));
    Matcher matcher = DATELINE.matcher(head);
    return matcher.find() ? names.of(List.of(matcher.group(1)), Set.of()).agencies() : List.of();
  }

  static boolean isReporting(String line) {
    return line.length() < 400 && REPORTING.matcher(line).find();
  }

  static List<String> reporters(String line) {
    Matcher matcher = REPORTING.matcher(line);
    return matcher.find()
        ? List.of(matcher.group(1).replaceAll(" in [A-Z]\\p{L}{1,30}", ""))
        : List.of();
  }
}
