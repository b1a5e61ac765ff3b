package exsim.scenarios.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import exsim.scenarios.replay.MarkdownPage.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What README, tutorial and the other pages show is what the program prints.
 *
 * <p>{@code -Dgolden.update=true} writes outputs that are shown whole anew, and fails.
 */
class DocumentsTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final MarkdownPage README = new MarkdownPage(ROOT.resolve("README.md"));
  private static final MarkdownPage TUTORIAL =
      new MarkdownPage(ROOT.resolve("scenarios/docs/tutorial.md"));
  private static final MarkdownPage SHOW = new MarkdownPage(ROOT.resolve("scenarios/docs/show.md"));
  private static final MarkdownPage WALK = new MarkdownPage(ROOT.resolve("scenarios/docs/walk.md"));
  private static final MarkdownPage COURSE =
      new MarkdownPage(ROOT.resolve("scenarios/library/course/README.md"));
  private static final MarkdownPage DIFF = new MarkdownPage(ROOT.resolve("scenarios/docs/diff.md"));
  private static final MarkdownPage ASK = new MarkdownPage(ROOT.resolve("scenarios/docs/ask.md"));
  private static final Pattern WORD = Pattern.compile("'([^']*)'|[^ ]+");
  private static final int README_LINES_MAX = 120;

  @TestFactory
  Stream<DynamicTest> every_command_prints_what_the_page_shows() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (MarkdownPage page : List.of(README, TUTORIAL, SHOW, WALK, COURSE, DIFF, ASK)) {
      for (Block block : page.blocks("console")) {
        tests.add(DynamicTest.dynamicTest(block.lines().get(0), () -> prints(page, block)));
      }
    }
    int course = COURSE.blocks("console").size();
    assertEquals(
        14,
        tests.size() - course,
        "README, walk and diff show one command, ask three, tutorial five, show three");
    assertTrue(course >= 20, "each lesson of the course shows something and solves something");
    return tests.stream();
  }

  @Test
  void the_scenario_of_the_readme_is_the_file_that_it_names() throws IOException {
    assertEquals(
        Files.readAllLines(LibraryFiles.FOLDER.resolve("first.json")),
        README.blocks("json").get(0).lines());
  }

  @Test
  void the_readme_is_short_enough_to_be_read() throws IOException {
    assertTrue(README.lines().size() <= README_LINES_MAX);
  }

  @Test
  void the_test_command_of_the_readme_is_what_the_build_server_runs() throws IOException {
    assertEquals(List.of("mvn -B verify"), README.blocks("sh").get(0).lines());
    assertTrue(Files.readString(ROOT.resolve(".ci/run")).contains(" mvn -B verify\n"));
  }

  @Test
  void every_relative_link_of_a_page_leads_somewhere() throws IOException {
    List<String> dead = new ArrayList<>();
    for (Path page : pages()) {
      for (String link : new MarkdownPage(page).relativeLinks()) {
        if (!Files.exists(page.resolveSibling(link))) {
          dead.add(ROOT.relativize(page) + ": " + link);
        }
      }
    }

    assertEquals(List.of(), dead);
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
    for (String module : List.of("model", "simulator", "scenarios")) {
      pages.add(ROOT.resolve(module).resolve("README.md"));
    }
    try (Stream<Path> docs = Files.list(ROOT.resolve("scenarios/docs"))) {
      docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    pages.add(COURSE.file());
    return pages;
  }

  /** The words of a command, of which some are in quotes. */
  private static List<String> words(String command) {
    Matcher word = WORD.matcher(command);
    return word.results().map(w -> w.group(1) == null ? w.group() : w.group(1)).toList();
  }

  private static void prints(MarkdownPage page, Block block) throws IOException {
    List<String> command = words(block.lines().get(0).replaceFirst(" <<'END'$", ""));
    assertEquals(List.of("$", "scenarios/exsim"), command.subList(0, 2));

    Started started = Started.of(ROOT, command.subList(2, command.size()), block.input());

    assertEquals("", started.err());
    assertEquals(0, started.code());
    if (Boolean.getBoolean("golden.update") && block.isWhole()) {
      page.replace(block, started.out());
      fail("written anew: look at " + page.file());
    }
    block.assertShows(started.out());
  }
}
