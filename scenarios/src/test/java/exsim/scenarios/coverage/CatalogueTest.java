package exsim.scenarios.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSet;
import exsim.scenarios.exchange.ObjectKind;
import exsim.simulator.rule.Assumption;
import exsim.simulator.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every statement of a catalogue is answered, and every answer is there. */
class CatalogueTest {
  /** The prefixes under which the catalogues number their statements. */
  private static final ImmutableSet<String> PREFIXES =
      ImmutableSet.of(
          "SC", "SEL", "DNS", "RC", "DRC", "EHLO", "TLS", "CERT", "ANON", "RTLS", "DSEC", "VER",
          "RT", "REP", "LOG", "OUT", "EXO");

  @ParameterizedTest
  @EnumSource(Catalogue.class)
  void every_statement_has_an_id_of_its_own_and_a_title(Catalogue catalogue) {
    Set<String> seen = new HashSet<>();
    for (Entry entry : catalogue.entries()) {
      assertTrue(seen.add(entry.id()), entry.id() + " is there twice");
      assertEquals(List.of(entry.id()), Coverage.citations(entry.id()));
      assertTrue(!entry.title().isBlank() && entry.title().length() <= 60, entry.id());
    }
  }

  @ParameterizedTest
  @EnumSource(Catalogue.class)
  void every_property_test_and_scenario_that_answers_a_statement_exists(Catalogue catalogue)
      throws IOException {
    Set<String> tests = tests();
    Set<String> missing = new TreeSet<>();
    for (Entry entry : catalogue.entries()) {
      for (Answer answer : entry.answers()) {
        boolean there =
            switch (answer.kind()) {
              case PROPERTY -> isProperty(answer.detail());
              case TEST -> tests.contains(answer.detail());
              case LIBRARY -> Files.exists(Path.of("library", answer.detail()));
              case KEPT, NONE, OPEN -> !answer.detail().isBlank();
            };
        if (!there) {
          missing.add(entry.id() + " " + answer.kind().text() + ": " + answer.detail());
        }
      }
    }

    assertEquals(Set.of(), missing);
  }

  @ParameterizedTest
  @EnumSource(Catalogue.class)
  void what_does_not_apply_has_nothing_that_answers_it(Catalogue catalogue) {
    Set<String> both = new TreeSet<>();
    for (Covered statement : Coverage.of(catalogue, Reach.ofLibrary()).statements()) {
      boolean none =
          statement.entry().answers().stream().anyMatch(a -> a.kind() == Answer.Kind.NONE);
      if (none && statement.state() != Covered.State.NOT_APPLICABLE) {
        both.add(statement.entry().id());
      }
    }

    assertEquals(Set.of(), both);
  }

  @ParameterizedTest
  @EnumSource(Catalogue.class)
  void what_is_kept_and_changes_no_outcome_is_a_property(Catalogue catalogue) {
    for (Entry entry : catalogue.entries()) {
      Set<Answer.Kind> kinds = new HashSet<>();
      entry.answers().forEach(answer -> kinds.add(answer.kind()));

      assertTrue(
          !kinds.contains(Answer.Kind.KEPT) || kinds.contains(Answer.Kind.PROPERTY), entry.id());
    }
  }

  /** On-premises nothing is open but what says so. */
  @Test
  void what_is_open_on_premises_says_what_is_missing() {
    Set<String> silent = new TreeSet<>();
    for (Covered statement : Coverage.of(Catalogue.ON_PREMISES, Reach.ofLibrary()).statements()) {
      if (statement.state() == Covered.State.OPEN && statement.entry().answers().isEmpty()) {
        silent.add(statement.entry().id());
      }
    }

    assertEquals(Set.of(), silent);
  }

  @Test
  void every_statement_that_a_rule_or_a_switch_cites_is_there() {
    Set<String> known = new HashSet<>();
    for (Catalogue catalogue : Catalogue.values()) {
      catalogue.entries().forEach(entry -> known.add(entry.id()));
    }
    Set<String> unknown = new TreeSet<>();
    for (Rule rule : Coverage.rules()) {
      unknown.addAll(unknown(rule.source(), known));
    }
    for (Assumption assumption : Assumption.values()) {
      unknown.addAll(unknown(assumption.source(), known));
    }

    assertEquals(Set.of(), unknown);
  }

  private static Set<String> unknown(String source, Set<String> known) {
    Set<String> unknown = new TreeSet<>();
    for (String id : Coverage.citations(source)) {
      boolean ours = PREFIXES.contains(id.substring(0, id.indexOf('-')));
      if (ours && !known.contains(id)) {
        unknown.add(id);
      }
    }
    return unknown;
  }

  private static boolean isProperty(String name) {
    int dot = name.indexOf('.');
    return Stream.of(ObjectKind.values())
        .filter(kind -> kind.noun().equals(name.substring(0, dot)))
        .flatMap(kind -> kind.properties().all().stream())
        .anyMatch(property -> property.name().equals(name.substring(dot + 1)));
  }

  /** The names of all test classes below the modules. */
  private static Set<String> tests() throws IOException {
    Set<String> names = new HashSet<>();
    for (String module : List.of("model", "simulator", "scenarios")) {
      Path folder = Path.of("..", module, "src", "test", "java");
      if (Files.exists(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          files.forEach(f -> names.add(f.getFileName().toString().replace(".java", "")));
        }
      }
    }
    return names;
  }
}
