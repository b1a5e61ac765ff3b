package exsim.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The POSIX launcher in a checkout whose Maven only pretends to build. */
@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {
  private static final String BUILDING = "exsim: building, once; this takes a minute or less\n";

  @TempDir Path temp;
  private Path scenarios;
  private Path bin;
  private Path library;

  @BeforeEach
  void make_checkout() throws IOException {
    Path root = temp.resolve("a check out");
    scenarios = root.resolve("scenarios");
    for (String module : List.of("model", "simulator", "scenarios")) {
      Files.createDirectories(root.resolve(module + "/src/main"));
      Files.writeString(root.resolve(module + "/pom.xml"), "<project/>");
    }
    Files.createDirectories(root.resolve(".mvn"));
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    Files.copy(Path.of("exsim").toAbsolutePath(), scenarios.resolve("exsim"));
    executable(scenarios.resolve("exsim"));
    library = temp.resolve("jar");
    jar(library);
    bin = Files.createDirectories(temp.resolve("bin"));
    maven("mkdir -p scenarios/target && cp '" + library + "' scenarios/target/exsim-9.jar");
  }

  @Test
  void the_first_start_builds_and_says_so_and_the_second_just_runs() throws Exception {
    Ran first = start(scenarios.resolve("exsim"));
    Ran second = start(scenarios.resolve("exsim"));

    assertEquals(new Ran(0, Version.line() + "\n", BUILDING), first);
    assertEquals(new Ran(0, Version.line() + "\n", ""), second);
    assertEquals(1, endingWith(".jsa").size());
  }

  @Test
  void it_starts_through_a_symbolic_link() throws Exception {
    Path link = Files.createSymbolicLink(temp.resolve("link"), scenarios.resolve("exsim"));
    Path relative = Files.createSymbolicLink(bin.resolve("exsim"), Path.of("../link"));

    assertEquals(0, start(link).code());
    assertEquals(new Ran(0, Version.line() + "\n", ""), start(relative));
  }

  @Test
  void a_newer_source_is_built_again() throws Exception {
    assertEquals(BUILDING, start(scenarios.resolve("exsim")).err());

    Path source = Files.writeString(scenarios.resolve("src/main/X.java"), "");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(2)));

    assertEquals(BUILDING, start(scenarios.resolve("exsim")).err());
  }

  @Test
  void two_first_starts_at_once_both_run() throws Exception {
    Process one = begin(scenarios.resolve("exsim"), "one");
    Process two = begin(scenarios.resolve("exsim"), "two");

    assertEquals(0, one.waitFor());
    assertEquals(0, two.waitFor());
    assertEquals("", start(scenarios.resolve("exsim")).err());
  }

  @Test
  void an_interrupted_build_leaves_nothing_behind_and_is_done_again() throws Exception {
    maven("touch '" + temp.resolve("begun") + "'; sleep 1");
    Process interrupted = begin(scenarios.resolve("exsim"), "interrupted");
    while (!Files.exists(temp.resolve("begun"))) {
      Thread.sleep(5);
    }
    interrupted.destroy();
    int code = interrupted.waitFor();
    maven("mkdir -p scenarios/target && cp '" + library + "' scenarios/target/exsim-9.jar");

    assertTrue(code != 0);
    assertEquals(0, start(scenarios.resolve("exsim")).code());
  }

  @Test
  void a_build_that_fails_shows_the_end_of_its_log() throws Exception {
    maven("echo 'cannot find symbol'; exit 1");

    Ran ran = start(scenarios.resolve("exsim"));

    String expected =
        BUILDING + "cannot find symbol\nexsim: the build failed; its last lines are above\n";
    assertEquals(new Ran(70, "", expected), ran);
    assertEquals(List.of(), endingWith("src"));
  }

  @Test
  void beside_a_jar_it_never_builds() throws Exception {
    Path unpacked = Files.createDirectories(temp.resolve("un packed"));
    Files.copy(scenarios.resolve("exsim"), unpacked.resolve("exsim"));
    executable(unpacked.resolve("exsim"));
    Files.copy(library, unpacked.resolve("exsim-9.jar"));
    maven("echo no; exit 1");

    assertEquals(new Ran(0, Version.line() + "\n", ""), start(unpacked.resolve("exsim")));
  }

  private List<Path> endingWith(String end) throws IOException {
    try (Stream<Path> all = Files.walk(scenarios.resolve(".exsim"))) {
      return all.filter(p -> p.toString().endsWith(end)).toList();
    }
  }

  private Ran start(Path launcher) throws IOException, InterruptedException {
    int code = begin(launcher, "start").waitFor();
    return new Ran(
        code,
        Files.readString(temp.resolve("start.out")),
        Files.readString(temp.resolve("start.err")));
  }

  private Process begin(Path launcher, String name) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(launcher.toString(), "--version");
    builder.directory(temp.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().merge("PATH", bin + File.pathSeparator, (old, first) -> first + old);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder
        .redirectOutput(temp.resolve(name + ".out").toFile())
        .redirectError(temp.resolve(name + ".err").toFile())
        .start();
  }

  private void maven(String script) throws IOException {
    Path mvn = bin.resolve("mvn");
    Files.writeString(mvn, "#!/bin/sh\n" + script + "\n");
    executable(mvn);
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** A jar that stands for everything on the path that these tests have. */
  private static void jar(Path file) throws IOException {
    List<String> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      entries.add(Path.of(entry).toUri().toASCIIString());
    }
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, String.join(" ", entries));
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      jar.finish();
    }
  }
}
