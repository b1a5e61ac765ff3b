package exsim.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class DispatchTest {
  @Test
  void the_version_and_the_help_exit_0() {
    assertEquals(new Ran(0, Version.line() + "\n", ""), Ran.of("--version"));
    assertEquals(0, Ran.of("--help").code());
    assertEquals("", Ran.of("--help").err());
  }

  @Test
  void no_command_shows_the_help_and_exits_2() {
    Ran ran = Ran.of();

    assertEquals(2, ran.code());
    assertEquals("", ran.out());
    assertEquals(Ran.of("--help").out(), ran.err());
  }

  @Test
  void every_command_has_help_with_usage_exit_codes_and_an_example() {
    for (String name : Commands.names()) {
      Ran help = Ran.of(name, "--help");

      assertEquals(0, help.code());
      assertEquals(help, Ran.of("help", name));
      for (String part : List.of("Usage: exsim " + name, "Options:", "Exit codes:", "Example")) {
        assertTrue(help.out().contains(part), name + " " + part);
      }
      help.out().lines().forEach(line -> assertTrue(line.length() <= 80, line));
      assertTrue(Ran.of("--help").out().contains("  " + name + " "));
    }
  }

  @Test
  void an_unknown_command_or_option_suggests_the_nearest() {
    assertEquals(
        "exsim: there is no command `runn`, did you mean `run`?; `exsim --help` lists what there"
            + " is\n",
        Ran.of("runn").err());
    assertEquals(2, Ran.of("runn").code());
    assertTrue(Ran.of("run", "--fromat", "json", "x").err().contains("did you mean `--format`?"));
  }

  @Test
  void an_abbreviated_option_is_not_taken() {
    Ran ran = Ran.of("run", "--form", "json", "x");

    assertEquals(2, ran.code());
    assertTrue(ran.err().contains("there is no option `--form`"), ran.err());
  }

  @Test
  void an_option_without_its_value_or_given_twice_is_told() {
    assertTrue(Ran.of("run", "--format").err().contains("--format needs a value after it"));
    assertTrue(
        Ran.of("run", "--format", "json", "--format", "text", "x")
            .err()
            .contains("--format is given twice"));
    assertTrue(
        Ran.of("run", "--format", "xml", "x").err().contains("text, json and junit are known"));
  }

  @Test
  void rules_are_listed_by_id_and_by_area() {
    Ran all = Ran.of("rules");
    String first = all.out().substring(0, all.out().indexOf(' '));

    assertEquals(0, all.code());
    assertTrue(Ran.of("rules", first).out().startsWith(first + " "));
    assertTrue(all.out().contains(Ran.of("rules", first.substring(0, first.indexOf('-'))).out()));
    assertEquals(2, Ran.of("rules", "NO-999").code());
    assertTrue(Ran.of("rules", "--assumed").out().contains("clearSubmissionOn25"));
    assertTrue(Ran.of("rules", "--format", "md").out().startsWith("# Rules\n"));
  }

  @Test
  void a_fault_of_ours_is_one_line_and_exits_70() {
    Io io =
        new Io(
            java.io.OutputStream.nullOutputStream(),
            java.io.OutputStream.nullOutputStream(),
            Terminal.NONE,
            com.google.common.collect.ImmutableMap.of());

    assertEquals(ExitCode.FAULT, Fault.report(new StackOverflowError(), io));
  }
}
