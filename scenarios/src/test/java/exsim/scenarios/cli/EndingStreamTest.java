package exsim.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

final class EndingStreamTest {
  @Test
  void a_reader_that_goes_away_ends_the_output_quietly() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();

    int code = run(new Broken("Broken pipe"), err);

    assertEquals(ExitCode.HELD, code);
    assertEquals("", err.toString());
  }

  @Test
  void a_full_disk_is_told() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();

    int code = run(new Broken("No space left on device"), err);

    assertEquals(ExitCode.NOT_WRITTEN, code);
    assertEquals(
        "exsim: the result could not be written: No space left on device\n", err.toString());
  }

  private static int run(OutputStream out, OutputStream err) {
    return Dispatch.run(
        new String[] {"--help"}, new Io(out, err, Terminal.NONE, ImmutableMap.of()));
  }

  /** A stream that takes nothing. */
  private static final class Broken extends OutputStream {
    private final String message;

    Broken(String message) {
      this.message = message;
    }

    @Override
    public void write(int b) throws IOException {
      throw new IOException(message);
    }
  }
}
