package exsim.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** EXO-HYB-03 and EXO-HYB-04 of the catalogue, and the tables in front of them. */
class NewCommandTest {
  @TempDir Path folder;

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private Ran hybrid(String output, String... more) {
    List<String> words = new ArrayList<>(List.of("new", "hybrid", "--output", file(output)));
    words.addAll(List.of(more));
    return Ran.of(words.toArray(new String[0]));
  }

  @TestFactory
  Stream<DynamicTest> whatever_is_chosen_the_scenario_runs_and_holds() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String version : List.of("2013", "2016", "2019", "SE")) {
      for (String mx : List.of("online", "onprem", "gateway")) {
        for (String centralized : List.of("", "--centralized")) {
          for (String edge : List.of("", "--edge")) {
            List<String> words =
                Stream.of("--exchange", version, "--mx", mx, centralized, edge)
                    .filter(word -> !word.isEmpty())
                    .toList();
            tests.add(DynamicTest.dynamicTest(String.join(" ", words), () -> runsAndHolds(words)));
          }
        }
      }
    }
    return tests.stream();
  }

  private void runsAndHolds(List<String> words) {
    String output = String.join("", words) + ".json";
    List<String> all = new ArrayList<>(List.of("--domain", "Contoso.com"));
    all.addAll(words);

    Ran made = hybrid(output, all.toArray(new String[0]));

    assertEquals("", made.err());
    assertEquals(file(output) + "\n", made.out());
    Ran ran = Ran.of("run", file(output));
    assertEquals("", ran.err(), "the scenario draws no warning");
    assertEquals(0, ran.code(), ran.out());
    assertTrue(ran.out().contains(words.contains("gateway") ? "\n8 held" : "\n7 held"), ran.out());
  }

  @Test
  void a_file_that_is_there_stays_unless_it_is_forced_away() throws IOException {
    Files.writeString(folder.resolve("mine.json"), "mine");

    Ran refused = hybrid("mine.json", "--domain", "contoso.com");

    assertEquals(2, refused.code());
    assertTrue(refused.err().contains("--force"), refused.err());
    assertEquals("mine", Files.readString(folder.resolve("mine.json")));
    assertEquals(0, hybrid("mine.json", "--domain", "contoso.com", "--force").code());
    assertTrue(
        Files.readString(folder.resolve("mine.json")).startsWith("// Written by: exsim new"));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(1, left.count(), "nothing is left beside the file");
    }
  }

  @Test
  void a_place_where_nothing_can_be_written_is_said() {
    assertEquals(2, hybrid("", "--domain", "contoso.com").code());
    Ran nowhere = hybrid("no/such/folder.json", "--domain", "contoso.com");
    assertEquals(2, nowhere.code());
    assertTrue(nowhere.err().contains("cannot be written"), nowhere.err());
  }

  @Test
  void names_that_make_no_hybrid_are_refused() {
    for (String[] words :
        new String[][] {
          {},
          {"--domain", "contoso"},
          {"--domain", "contoso..com"},
          {"--domain", "contoso.onmicrosoft.com"},
          {"--domain", "partner.example"},
          {"--domain", "contoso.com", "--tenant", "contoso.com"},
          {"--domain", "contoso.com", "--host", "mail.fabrikam.com"},
          {"--domain", "contoso.com", "--exchange", "2010"},
          {"--domain", "contoso.com", "--mx", "nowhere"},
          {"--domain", "contoso.com", "more"},
        }) {
      Ran ran = hybrid("never.json", words);
      assertEquals(2, ran.code(), String.join(" ", words));
      assertTrue(ran.err().startsWith("exsim new: "), ran.err());
    }
    assertEquals(2, Ran.of("new").code());
    assertEquals(2, Ran.of("new", "world").code());
    assertEquals(false, Files.exists(folder.resolve("never.json")));
  }

  @Test
  void the_tenant_and_the_name_on_the_certificate_can_be_chosen() throws IOException {
    Ran made =
        hybrid(
            "other.json",
            "--domain",
            "contoso.de",
            "--tenant",
            "contosode",
            "--host",
            "hub.contoso.de");

    assertEquals(0, made.code(), made.err());
    String text = Files.readString(folder.resolve("other.json"));
    assertTrue(text.contains("contosode.mail.onmicrosoft.com"));
    assertTrue(text.contains("<S>CN=hub.contoso.de"));
    assertEquals(0, Ran.of("run", file("other.json")).code());
  }
}
