package exsim.benchmark;

import exsim.scenarios.format.Reading;
import exsim.scenarios.format.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A scenario of the library is read, checked and linked. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ReadBenchmark {
  private static final Path FILE = Path.of("library/seed/s20-custom-connectors.json");

  private String text;

  /** Reads the file's characters. */
  @Setup
  public void ready() throws IOException {
    text = Files.readString(FILE);
  }

  /** From characters to a world. */
  @Benchmark
  public Reading read() {
    return ScenarioReader.parse(FILE.toString(), text, FILE.getParent());
  }
}
