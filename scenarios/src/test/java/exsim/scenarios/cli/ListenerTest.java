package exsim.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody at a keyboard; what is typed comes from a terminal without a screen. */
@Timeout(30)
final class ListenerTest {
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

  /** A keyboard that stays after the keys were typed. */
  private Listener typing(String keys) throws IOException {
    PipedOutputStream keyboard = new PipedOutputStream();
    PipedInputStream in = new PipedInputStream(keyboard);
    keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
    return listener(in);
  }

  private Listener listener(InputStream in) throws IOException {
    LineEditor editor =
        new LineEditor(
            true,
            TerminalBuilder.builder()
                .system(false)
                .provider("exec")
                .type("dumb")
                .streams(in, screen)
                .build());
    OutputStream nowhere = OutputStream.nullOutputStream();
    return Listener.at(new Io(nowhere, nowhere, Terminal.NONE, ImmutableMap.of()), editor);
  }

  @Test
  void any_key_goes_on_and_needs_no_enter() throws IOException {
    try (Listener listener = typing(" x\r")) {
      assertTrue(listener.goesOn());
      assertTrue(listener.goesOn());
      assertTrue(listener.goesOn());
    }
    assertTrue(screen.toString(StandardCharsets.UTF_8).contains("any key: on, q: leave"));
  }

  @Test
  void a_q_leaves() throws IOException {
    for (String key : new String[] {"q", "Q"}) {
      try (Listener listener = typing(key)) {
        assertFalse(listener.goesOn(), key);
      }
    }
  }

  @Test
  void a_walk_ends_when_nobody_types_any_more() throws IOException {
    try (Listener listener = listener(InputStream.nullInputStream())) {
      assertFalse(listener.goesOn());
      assertEquals(Optional.empty(), listener.answer("? "));
    }
  }

  @Test
  void an_arrow_is_one_key() throws IOException {
    try (Listener listener = typing("\u001b[Bq")) {
      assertTrue(listener.goesOn());
      assertFalse(listener.goesOn());
    }
  }

  @Test
  void answers_are_lines() throws IOException {
    try (Listener listener = typing("x1\rdelivered\r")) {
      assertTrue(listener.goesOn());
      assertEquals(Optional.of("1"), listener.answer("? "));
      assertEquals(Optional.of("delivered"), listener.answer("? "));
    }
  }
}
