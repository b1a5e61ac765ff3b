package exsim.scenarios.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of documentation, with what stands between its fences. */
record MarkdownPage(Path file) {
  private static final String FENCE = "```";
  private static final String GAP = "[...]";
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");

  /** The lines between two fences. */
  record Block(List<String> lines) {
    /** The lines that are typed: a command, and what a shell reads up to END behind it. */
    List<String> typed() {
      boolean reads = lines.get(0).endsWith(" <<'END'");
      return lines.subList(0, reads ? lines.indexOf("> END") + 1 : 1);
    }

    /** What the command reads. */
    String input() {
      StringBuilder input = new StringBuilder();
      for (int i = 1; i < typed().size() - 1; i++) {
        input.append(lines.get(i).replaceFirst("^> ?", "")).append('\n');
      }
      return input.toString();
    }

    /** Whether nothing is left out. */
    boolean isWhole() {
      return !lines.contains(GAP);
    }

    /** Compares the lines after the command with an output; a gap stands for any lines. */
    void assertShows(String output) {
      List<String> shown = lines.subList(typed().size(), lines.size());
      if (isWhole()) {
        assertEquals(String.join("\n", shown) + "\n", output);
        return;
      }
      List<String> printed = output.lines().toList();
      int from = 0;
      for (List<String> part : parts(shown)) {
        int at = Collections.indexOfSubList(printed.subList(from, printed.size()), part);
        assertTrue(at >= 0, () -> String.join("\n", part) + "\n\nis not in\n\n" + output);
        from += at + part.size();
      }
    }

    private static List<List<String>> parts(List<String> shown) {
      List<List<String>> parts = new ArrayList<>(List.of(new ArrayList<>()));
      for (String line : shown) {
        if (line.equals(GAP)) {
          parts.add(new ArrayList<>());
        } else {
          parts.get(parts.size() - 1).add(line);
        }
      }
      parts.removeIf(List::isEmpty);
      return parts;
    }
  }

  List<String> lines() throws IOException {
    return Files.readAllLines(file);
  }

  /** The blocks of one language, in order. */
  List<Block> blocks(String language) throws IOException {
    List<Block> blocks = new ArrayList<>();
    List<String> open = null;
    String kind = "";
    for (String line : lines()) {
      if (!line.startsWith(FENCE)) {
        if (open != null) {
          open.add(line);
        }
      } else if (open == null) {
        open = new ArrayList<>();
        kind = line.substring(FENCE.length());
      } else {
        if (kind.equals(language)) {
          blocks.add(new Block(List.copyOf(open)));
        }
        open = null;
      }
    }
    return blocks;
  }

  /** Writes what a command prints now in place of what a block shows. */
  void replace(Block block, String output) throws IOException {
    String before = String.join("\n", block.lines()) + "\n";
    String after = String.join("\n", block.typed()) + "\n" + output;
    Files.writeString(file, Files.readString(file).replace(before, after));
  }

  /** The targets of links to other files. */
  List<String> relativeLinks() throws IOException {
    List<String> links = new ArrayList<>();
    Matcher matcher = LINK.matcher(Files.readString(file));
    while (matcher.find()) {
      links.add(matcher.group(1));
    }
    return links;
  }
}
