package exsim.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
  @TempDir Path folder;

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void a_scenario_goes_to_standard_output_and_notes_to_standard_error() throws IOException {
    String file = write("send.txt", "Name : Internet\nAddressSpaces : {SMTP:*;1}\n");

    Ran ran = Ran.of("import", "--send-connectors", file);

    assertEquals(0, ran.code());
    assertTrue(ran.out().contains("\"Name\": \"Internet\""), ran.out());
    assertTrue(ran.err().contains("note: "), ran.err());
    String scenario = write("imported.json", ran.out());
    assertEquals(0, Ran.of("check", scenario).code());
  }

  @Test
  void several_files_of_one_kind_are_joined() throws IOException {
    String one = write("one.txt", "Name : One\nAddressSpaces : {SMTP:a.example;1}\n");
    String two = write("two.txt", "Name : Two\nAddressSpaces : {SMTP:b.example;1}\n");

    for (Ran ran :
        new Ran[] {
          Ran.of("import", "--send-connectors", one, "--send-connectors", two),
          Ran.of("import", "--send-connectors", one, two)
        }) {
      assertTrue(ran.out().contains("\"One\"") && ran.out().contains("\"Two\""), ran.out());
    }
  }

  @Test
  void what_cannot_be_read_exits_2_with_its_place() throws IOException {
    String file = write("broken.xml", "<Objs>\n<Obj>");

    Ran ran = Ran.of("import", "--send-connectors", file);

    assertEquals(2, ran.code());
    assertEquals("", ran.out());
    assertTrue(ran.err().contains(file + ":2:"), ran.err());
    assertEquals(2, Ran.of("import", "--certificates", file + ".none").code());
    assertEquals(2, Ran.of("import").code());
  }
}
