package exsim.scenarios.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.scenarios.coverage.Coverage;
import exsim.simulator.rule.Basis;
import exsim.simulator.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Small habits, each of which is lost when nobody looks. */
class TidyTest {
  private static final Path ROOT = Path.of("..");
  private static final int LINES_MAX = 400;
  private static final ImmutableList<String> VAGUE =
      ImmutableList.of("Util", "Utils", "Helper", "Manager", "Impl");

  /** The prefixes of the catalogues that the rules stand on; ours never look like theirs. */
  private static final ImmutableSet<String> FOREIGN =
      ImmutableSet.of(
          "SC", "SEL", "DNS", "RC", "DRC", "EHLO", "TLS", "CERT", "ANON", "RTLS", "DSEC", "VER",
          "RT", "REP", "LOG", "OUT", "EXO", "S", "V", "D");

  private static final Pattern ID = Pattern.compile("([A-Z]+)-\\d{3}[a-z]?");
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern UNFINISHED =
      Pattern.compile("\\b(" + "TO" + "DO|FIX" + "ME|X" + "XX)\\b|@(Dis" + "abled|Ign" + "ore)\\b");

  @Test
  void no_file_is_longer_than_one_job_needs() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path file : sources()) {
      long lines = Files.readString(file).lines().count();
      if (lines > LINES_MAX) {
        tooLong.add(file + ": " + lines + " lines");
      }
    }

    assertEquals(List.of(), tooLong);
  }

  @Test
  void no_class_has_a_name_that_says_nothing() throws IOException {
    List<String> vague = new ArrayList<>();
    for (Path file : sources()) {
      String name = file.getFileName().toString().replace(".java", "");
      if (VAGUE.stream().anyMatch(name::endsWith)) {
        vague.add(file.toString());
      }
    }

    assertEquals(List.of(), vague);
  }

  @Test
  void nothing_is_left_unfinished_or_switched_off() throws IOException {
    List<String> left = new ArrayList<>();
    for (Path file : sources()) {
      Matcher found = UNFINISHED.matcher(Files.readString(file));
      if (found.find()) {
        left.add(file + ": " + found.group());
      }
    }

    assertEquals(List.of(), left);
  }

  @Test
  void every_package_says_what_it_is_for() throws IOException {
    Set<Path> packages = new LinkedHashSet<>();
    for (Path file : sources()) {
      if (file.toString().replace('\\', '/').contains("/src/main/java/")) {
        packages.add(file.getParent());
      }
    }

    assertEquals(
        List.of(),
        packages.stream().filter(p -> !Files.exists(p.resolve("package-info.java"))).toList());
  }

  @Test
  void rule_ids_are_unique_and_never_those_of_a_catalogue() {
    List<String> wrong = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (Rule rule : rules()) {
      Matcher id = ID.matcher(rule.id());
      if (!id.matches()) {
        wrong.add(rule.id() + " is not of the form AAA-000");
      } else if (FOREIGN.contains(id.group(1))) {
        wrong.add(rule.id() + " looks like an id of a catalogue");
      }
      if (!seen.add(rule.id())) {
        wrong.add(rule.id() + " is there twice");
      }
    }

    assertEquals(List.of(), wrong);
  }

  @Test
  void every_rule_says_where_it_comes_from() {
    List<String> wrong = new ArrayList<>();
    for (Rule rule : rules()) {
      if (rule.source().isBlank() || rule.sentence().isBlank()) {
        wrong.add(rule.id() + " has no source or no sentence");
      }
      boolean own = ID.matcher(rule.source()).results().anyMatch(r -> isOwn(r.group(1)));
      if (own) {
        wrong.add(rule.id() + " cites one of our own rules: " + rule.source());
      }
      if (rule.source().chars().filter(c -> c == '(').count()
          != rule.source().chars().filter(c -> c == ')').count()) {
        wrong.add(rule.id() + " has unbalanced brackets: " + rule.source());
      }
      if (rule.basis() == Basis.DOCUMENTED && rule.source().startsWith("RFC")) {
        wrong.add(rule.id() + " stands on an RFC and is not called a standard");
      }
    }

    assertEquals(List.of(), wrong);
  }

  /** The catalogues, standards, observations, or the format of scenarios where the rule is ours. */
  @Test
  void every_rule_names_the_statement_that_it_stands_on() {
    Pattern named =
        Pattern.compile(
            "(EXO-)?[A-Z]+-\\d{2,3}|RFC \\d+|EHLO position|errata|incident|measured|scenario format"
                + "|\\(D\\d\\d\\)");
    List<String> unnamed = new ArrayList<>();
    for (Rule rule : rules()) {
      if (!named.matcher(rule.source()).find()) {
        unnamed.add(rule.id() + ": " + rule.source());
      }
    }

    assertEquals(List.of(), unnamed);
  }

  private static boolean isOwn(String prefix) {
    return rules().stream().anyMatch(r -> r.id().startsWith(prefix + "-"));
  }

  @Test
  void links_between_pages_lead_somewhere() throws IOException {
    List<String> dead = new ArrayList<>();
    List<Path> pages = files(".md");
    for (Path page : pages) {
      Matcher link = LINK.matcher(Files.readString(page));
      while (link.find()) {
        String target = link.group(1).replaceFirst("#.*", "");
        boolean relative = !target.isEmpty() && !target.contains(":");
        if (relative && !Files.exists(page.resolveSibling(target))) {
          dead.add(page + ": " + target);
        }
      }
    }

    assertTrue(pages.size() > 1, "there are pages");
    assertEquals(List.of(), dead);
  }

  private static ImmutableList<Rule> rules() {
    return Coverage.rules();
  }

  private static List<Path> sources() throws IOException {
    List<Path> sources = files(".java");
    assertTrue(sources.size() > 200, "the sources are found from " + ROOT.toAbsolutePath());
    return sources;
  }

  private static List<Path> files(String ending) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path top : List.of(ROOT.resolve("model"), ROOT.resolve("simulator"), Path.of("."))) {
      try (Stream<Path> files = Files.walk(top)) {
        files
            .filter(f -> f.toString().endsWith(ending) && !f.toString().contains("target"))
            .sorted()
            .forEach(found::add);
      }
    }
    Path front = ROOT.resolve("README.md");
    if (ending.equals(".md") && Files.exists(front)) {
      found.add(front);
    }
    return found;
  }
}
