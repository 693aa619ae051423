package io.newswire.parser.extract.metadata;

import io.newswire.parser.extract.ExtractedDate;
import io.newswire.parser.extract.ExtractedDate.Source;
import io.newswire.parser.extract.date.DateLabels;
import io.newswire.parser.extract.date.DateReader;
import io.newswire.parser.extract.date.FoundDate;
import io.newswire.parser.extract.date.RelativeDates;
import io.newswire.parser.extract.metadata.ShownDates.Shown;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds when an article was published and last changed. What is declared for machines is believed
 * before what is shown; a day among the folders of the page's address settles what is doubtful, as
 * it is made once and never changed. Digits elsewhere in the path may be a number or what the
 * article is about, and only confirm.
 */
public final class Dates {

  private static final Pattern FOLDERS =
      Pattern.compile(
          "/((?:19|20)\\d{2})[/_-](0?[1-9]|1[0-2]|[a-z]{3})[/_-](0?[1-9]|[12]\\d|3[01])(?=/|$)");

  /**
   * /20240412/, /2024/0412/, /202404/12/: a folder of such a day, digit for digit, is one as well.
   */
  private static final Pattern CLOSE_FOLDERS =
      Pattern.compile("/((?:19|20)\\d{2})[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\\d|3[01])(?=/)");

  private static final Pattern IN_PATH =
      Pattern.compile(
          "(?<!\\d)((?:19|20)\\d{2})[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\\d|3[01])(?!\\d)");

  private final DateCheck check;
  private final DeclaredDates declaredDates;
  private final ShownDates shownDates;

  public Dates(DateReader reader, DateLabels labels, RelativeDates relative) {
    check = new DateCheck(reader);
    declaredDates = new DeclaredDates(check);
    shownDates = new ShownDates(check, labels, relative);
  }

  /**
   * The dates of a page.
   *
   * @param published when the article was published
   * @param updated when it was changed last, where that is later than its publication
   */
  public record Found(@Nullable ExtractedDate published, @Nullable ExtractedDate updated) {}

  /** Both dates of a page. */
  public Found find(PageFacts facts) {
    List<ExtractedDate> declared = declaredDates.published(facts);
    List<ExtractedDate> changes = declaredDates.updated(facts);
    Shown shown = shownDates.find(facts);
    ExtractedDate folders = inPath(FOLDERS, facts);
    ExtractedDate address = folders == null ? inPath(CLOSE_FOLDERS, facts) : folders;
    ExtractedDate confirming = address == null ? inPath(IN_PATH, facts) : address;
    ExtractedDate published =
        declared.isEmpty()
            ? undeclared(shown, address, confirming, facts)
            : settled(declared, changes, shown, address, confirming);
    if (published == null && !changes.isEmpty()) {
      published = changes.getFirst(); // all that some pages say: it was there by then
    }
    ExtractedDate change =
        !changes.isEmpty() ? Moments.precise(changes.getFirst(), changes) : shown.updated();
    if (change != null && shown.updated() != null) {
      change = Moments.inStatedZone(change, Stream.of(shown.updated()));
    }
    boolean later =
        change != null && (published == null || change.instant().isAfter(published.instant()));
    return new Found(published, later ? change : null);
  }

  private @Nullable ExtractedDate undeclared(
      Shown shown,
      @Nullable ExtractedDate address,
      @Nullable ExtractedDate confirming,
      PageFacts facts) {
    if (confirming != null) {
      LocalDate day = confirming.day();
      Optional<ExtractedDate> confirmed =
          shown
              .published()
              .filter(date -> Moments.isNear(date, day))
              .findFirst()
              .map(date -> Moments.isZoned(date) ? date : date.on(day))
              .or(() -> Optional.ofNullable(address));
      if (confirmed.isPresent()) {
        return confirmed.get();
      }
    }
    return shown
        .published()
        .findFirst()
        .or(() -> Optional.ofNullable(ScriptDates.published(facts, check)))
        .orElse(shown.updated());
  }

  /** The declared date, with what the page tells elsewhere about its time, zone and day. */
  private static ExtractedDate settled(
      List<ExtractedDate> declared,
      List<ExtractedDate> changes,
      Shown shown,
      @Nullable ExtractedDate address,
      @Nullable ExtractedDate confirming) {
    ExtractedDate first = declared.getFirst();
    if (address != null && first.day().isAfter(address.day().plusDays(1))) {
      // Published anew under its old address, or mixed up with the date of the change.
      return Stream.of(declared, changes)
          .flatMap(List::stream)
          .filter(date -> Moments.isNear(date, address.day()))
          .findFirst()
          .map(date -> Moments.onDayOf(date, address.day()))
          .orElse(address);
    }
    Stream<@Nullable ExtractedDate> visible = Stream.of(shown.besideTitle(), shown.labelled());
    ExtractedDate date =
        Moments.inStatedZone(
            Moments.precise(first, declared),
            Stream.concat(declared.stream(), visible.filter(Objects::nonNull)));
    if (Moments.isZoned(date)) {
      return date;
    }
    LocalDate counted =
        confirming != null && Moments.isNear(date, confirming.day())
            ? confirming.day()
            : shownDay(shown, date);
    return counted == null ? date : Moments.onDayOf(date, counted);
  }

  /** The day that readers see beside the title, where it is the declared moment's in some zone. */
  private static @Nullable LocalDate shownDay(Shown shown, ExtractedDate date) {
    return Stream.of(shown.labelled(), shown.besideTitle())
        .filter(Objects::nonNull)
        .filter(other -> Moments.isNear(date, other.day()))
        .map(ExtractedDate::day)
        .findFirst()
        .orElse(null);
  }

  private @Nullable ExtractedDate inPath(Pattern pattern, PageFacts facts) {
    String path = facts.url().toLowerCase(Locale.ROOT).split("[?#]", 2)[0];
    Matcher matcher = pattern.matcher(path);
    while (matcher.find()) {
      String month = matcher.group(2);
      String text =
          Character.isDigit(month.charAt(0))
              ? matcher.group(1) + "-" + month + "-" + matcher.group(3)
              : matcher.group(3) + " " + month + " " + matcher.group(1);
      ExtractedDate date = check.believed(text, facts, Source.URL);
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  /**
   * The date, where it is not before the web.
   *
   * @param now the time that a date must not be after; null believes any
   */
  public static @Nullable ExtractedDate sane(FoundDate date, @Nullable Instant now, Source source) {
    return DateCheck.sane(date, now, source);
  }
}
