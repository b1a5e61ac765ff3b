package exsim.scenarios.powershell;

import com.google.common.collect.ImmutableList;
import exsim.model.InvalidValueException;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.exchange.ObjectKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class NothingIsThrownProperties {
  private static final ImmutableList<String> FIXTURES =
      ImmutableList.of(
          "send-connectors.clixml",
          "receive-connectors.txt",
          "outbound-connectors-5.1.json",
          "inbound-connectors-7.json");
  private static final ImmutableList<ObjectKind> KINDS =
      ImmutableList.of(
          ObjectKind.SEND_CONNECTOR,
          ObjectKind.RECEIVE_CONNECTOR,
          ObjectKind.OUTBOUND_CONNECTOR,
          ObjectKind.INBOUND_CONNECTOR);

  private static byte[] fixture(int index) throws IOException {
    String name = "/exports/" + FIXTURES.get(index);
    try (InputStream in = NothingIsThrownProperties.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void a_damaged_export_is_imported_or_refused(
      @ForAll @IntRange(max = 3) int which,
      @ForAll @IntRange(max = 6000) int cut,
      @ForAll @Size(max = 6) int[] places,
      @ForAll byte wrong)
      throws IOException {
    byte[] whole = fixture(which);
    byte[] damaged =
        Arrays.copyOf(whole, cut % 3 == 0 ? Math.min(cut, whole.length) : whole.length);
    for (int place : places) {
      if (damaged.length > 0) {
        damaged[Math.floorMod(place, damaged.length)] = wrong;
      }
    }

    var ignored =
        Importer.scenario(
            ImmutableList.of(new Importer.Source(KINDS.get(which), "export", damaged)),
            Findings.of(""));
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void any_command_line_is_understood_or_refused(
      @ForAll
          @StringLength(max = 40)
          @CharRange(from = 'a', to = 'd')
          @Chars({
            '\'', '"', '`', '$', '@', '{', '}', '(', ')', ',', ';', '|', '-', ':', '=', ' ', '\n',
            '#'
          })
          String text) {
    try {
      ImmutableList<CommandLine> ignored = CommandLineReader.read("Set-X " + text);
    } catch (InvalidValueException e) {
      // the only exception that may come out
    }
  }
}
