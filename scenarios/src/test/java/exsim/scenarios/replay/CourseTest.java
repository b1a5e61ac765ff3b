package exsim.scenarios.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.format.Scenario;
import exsim.scenarios.format.ScenarioReader;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Simulation;
import exsim.simulator.delivery.Telnet;
import exsim.simulator.question.LessonAnswer;
import exsim.simulator.question.TypedCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The course: ten lessons, and a page that knows their questions with the answers of the run. */
class CourseTest {
  private static final Path FOLDER = LibraryFiles.FOLDER.resolve("course");
  private static final int LESSONS = 10;

  @Test
  void there_are_ten_lessons_in_order_each_with_a_story_and_questions() throws IOException {
    List<Path> files = files();
    assertEquals(LESSONS, files.size());
    for (int i = 0; i < LESSONS; i++) {
      Scenario lesson = lesson(files.get(i));
      assertTrue(files.get(i).getFileName().toString().startsWith("%02d-".formatted(i + 1)));
      assertTrue(lesson.title().startsWith("Lesson " + (i + 1) + ": "), lesson.title());
      assertFalse(lesson.story().isEmpty());
      assertTrue(lesson.questions().size() >= 4, lesson.title());
    }
  }

  @Test
  void the_page_has_every_question_with_the_answer_of_the_run() throws IOException {
    String page = Files.readString(FOLDER.resolve("README.md"));
    List<String> missing = new ArrayList<>();
    for (Path file : files()) {
      String section = section(page, lesson(file).title().replaceFirst("^Lesson (\\d+): ", "$1. "));
      assertTrue(section.contains("library/course/" + file.getFileName()), file.toString());
      for (String line : answered(lesson(file))) {
        if (!section.contains("\n" + line + "\n")) {
          missing.add(line);
        }
      }
    }
    assertEquals("", String.join("\n", missing));
  }

  private static List<String> answered(Scenario lesson) {
    ImmutableList<Delivery> deliveries = Simulation.run(lesson.world());
    Telnet telnet = new Simulation(lesson.world()).telnet();
    ImmutableList<TypedCheck.Result> typed =
        lesson.sessions().stream()
            .map(s -> TypedCheck.of(s, telnet))
            .collect(ImmutableList.toImmutableList());
    return lesson.questions().stream()
        .map(asked -> LessonAnswer.of(asked.question(), deliveries, typed))
        .map(a -> "- " + a.question().ask() + " **" + right(a) + "**")
        .toList();
  }

  private static String right(LessonAnswer answer) {
    return answer.question().choices().get(answer.right().orElseThrow());
  }

  /** What stands below a heading, up to the next one of its kind. */
  private static String section(String page, String title) {
    int from = page.indexOf("\n## " + title + "\n");
    assertTrue(from >= 0, "there is no section: " + title);
    int to = page.indexOf("\n## ", from + 1);
    return page.substring(from, to < 0 ? page.length() : to);
  }

  private static Scenario lesson(Path file) {
    return ScenarioReader.read(file).scenario().orElseThrow();
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
    }
  }
}
