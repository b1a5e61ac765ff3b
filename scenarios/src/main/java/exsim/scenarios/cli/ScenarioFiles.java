package exsim.scenarios.cli;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.json.JsonReader;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files that paths on the command line stand for.
 *
 * @param files the scenario files, each once
 * @param faults what is wrong with the paths, one line each
 */
record ScenarioFiles(ImmutableList<Path> files, ImmutableList<String> faults) {
  /** Finds the files: a folder stands for every {@code *.json} below it, by name. */
  static ScenarioFiles of(List<String> paths) {
    Set<Path> files = new LinkedHashSet<>();
    ImmutableList.Builder<String> faults = ImmutableList.builder();
    for (String text : paths) {
      if (text.isBlank()) {
        faults.add("an empty PATH is no file"); // Java takes it for the current folder
        continue;
      }
      try {
        Path path = Path.of(text);
        if (Files.isDirectory(path)) {
          List<Path> found = below(path);
          if (found.isEmpty()) {
            faults.add(text + ": there is no *.json in this folder");
          }
          files.addAll(found);
        } else if (Files.exists(path)) {
          files.add(path);
        } else {
          faults.add(text + ": there is no such file or folder");
        }
      } catch (InvalidPathException e) {
        faults.add(text + ": this cannot be the name of a file");
      } catch (IOException e) {
        faults.add(text + ": cannot be read: " + e.getMessage());
      }
    }
    return new ScenarioFiles(ImmutableList.copyOf(files), faults.build());
  }

  /**
   * The file for a command that works on one scenario; empty when there is none, which is said.
   *
   * @param words the words of the command that stand for it
   * @throws UsageException if they stand for none or for several
   */
  static Optional<Path> one(List<String> words, Io io) {
    if (words.isEmpty()) {
      throw new UsageException("which file? there is no FILE");
    }
    if (words.size() > 1) {
      throw new UsageException("it takes one scenario at a time");
    }
    ScenarioFiles found = of(words);
    if (found.files().size() > 1) {
      throw new UsageException(
          "it takes one scenario at a time, and " + words.get(0) + " has more");
    }
    found.faults().forEach(io::say);
    return found.files().stream().findFirst();
  }

  private static List<Path> below(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(p -> p.getFileName().toString().endsWith(".json"))
          .filter(Files::isRegularFile)
          .forEach(found::add);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    found.sort((a, b) -> name(a).compareTo(name(b)));
    Set<Path> imported = new LinkedHashSet<>();
    for (Path file : found) {
      imports(file, imported);
    }
    List<Path> scenarios = new ArrayList<>();
    for (Path file : found) {
      // A scenario counts even where another imports it, or two that do so would both be lost.
      if (!imported.contains(file.toAbsolutePath().normalize()) || isScenario(file)) {
        scenarios.add(file);
      }
    }
    return scenarios;
  }

  /** The name that decides the order, the same on every system. */
  private static String name(Path path) {
    return path.toString().replace('\\', '/');
  }

  private static void imports(Path file, Set<Path> imported) throws IOException {
    json(file, "\"import\"").ifPresent(value -> collect(value, file, imported));
  }

  private static boolean isScenario(Path file) throws IOException {
    return json(file, "\"title\"")
        .filter(v -> v instanceof Located.Obj object && object.member("title").isPresent())
        .isPresent();
  }

  /** What a file states, if it has a word at all: most need not be parsed. */
  private static Optional<Located> json(Path file, String word) throws IOException {
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return text.contains(word)
        ? JsonReader.read(file.toString(), text, new Problems())
        : Optional.empty();
  }

  private static void collect(Located value, Path file, Set<Path> imported) {
    if (value instanceof Located.Arr array) {
      array.items().forEach(item -> collect(item, file, imported));
    } else if (value instanceof Located.Obj object) {
      for (Located.Member member : object.members()) {
        if (member.name().equals("import") && member.value() instanceof Located.Text text) {
          try {
            imported.add(file.resolveSibling(text.text()).toAbsolutePath().normalize());
          } catch (InvalidPathException e) {
            // The reader of the scenario reports it.
            continue;
          }
        }
        collect(member.value(), file, imported);
      }
    }
  }
}
