package exsim.scenarios.walk;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableListMultimap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A part of the story of one hop; which rule belongs where is a table, {@code chapters.txt}. */
enum Chapter {
  /** Which connector, which server, which address. */
  WAY("Where does it go?"),
  /** What the sender wants of TLS. */
  WISH("What does the sender want of TLS?"),
  /** Who answers, and what is offered. */
  DOOR("Who answers?"),
  /** What becomes of TLS. */
  TLS("What becomes of TLS?"),
  /** What the server says to the message. */
  WORD("What does the server say to the message?"),
  /** What happens to a message that was not taken. */
  AFTER("What happens then?"),
  /** The same with somebody in between. */
  ATTACK("And if somebody hides STARTTLS?");

  private static final Splitter PARTS = Splitter.on(',').trimResults();

  private static final ImmutableListMultimap<Chapter, Range> RANGES = read();

  private final String title;

  Chapter(String title) {
    this.title = title;
  }

  /** Rules from one id to another. */
  private record Range(String from, String to) {
    boolean has(String id) {
      return to.isEmpty() ? id.startsWith(from) : id.compareTo(from) >= 0 && id.compareTo(to) <= 0;
    }

    static Range of(String text) {
      List<String> ends = Splitter.on(" to ").splitToList(text);
      if (ends.size() == 2) {
        return new Range(ends.get(0), ends.get(1));
      }
      return text.endsWith("-") ? new Range(text, "") : new Range(text, text);
    }
  }

  /** The question that it answers. */
  String title() {
    return title;
  }

  /** The chapter in which a rule is told; empty for one that no story has. */
  static Optional<Chapter> of(String id) {
    return RANGES.entries().stream()
        .filter(entry -> entry.getValue().has(id))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static ImmutableListMultimap<Chapter, Range> read() {
    ImmutableListMultimap.Builder<Chapter, Range> ranges = ImmutableListMultimap.builder();
    for (List<String> row : Lines.of("chapters.txt")) {
      PARTS
          .split(row.get(1))
          .forEach(part -> ranges.put(Chapter.valueOf(row.get(0)), Range.of(part)));
    }
    return ranges.build();
  }
}
