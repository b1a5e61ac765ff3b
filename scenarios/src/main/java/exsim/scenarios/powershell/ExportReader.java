package exsim.scenarios.powershell;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import exsim.model.InvalidValueException;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.exchange.ObjectKind;
import exsim.scenarios.json.JsonReader;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import java.util.Optional;

/** Reads what {@code Export-Clixml}, {@code ConvertTo-Json} and {@code Format-List} wrote. */
public final class ExportReader {
  /** What the Exchange shell shows in front of a command that was copied with its output. */
  private static final String PROMPT = "[PS]";

  private final String file;
  private final ObjectKind kind;
  private final Findings findings;

  private ExportReader(String file, ObjectKind kind, Findings findings) {
    this.file = file;
    this.kind = kind;
    this.findings = findings;
  }

  /**
   * Reads an export, whose form is told from its content.
   *
   * @param file what problems call the file
   * @param bytes its content
   * @param kind what the objects in it are
   * @param findings takes what is wrong with the file
   * @return the objects, in order; empty when something is wrong
   */
  public static ImmutableList<Located.Obj> read(
      String file, byte[] bytes, ObjectKind kind, Findings findings) {
    return new ExportReader(file, kind, findings).read(bytes);
  }

  private ImmutableList<Located.Obj> read(byte[] bytes) {
    String text;
    try {
      text = ExportText.of(bytes);
    } catch (InvalidValueException e) {
      findings.problems().add(Spot.ofFile(file), e.getMessage(), "export again with Export-Clixml");
      return ImmutableList.of();
    }
    int before = findings.problems().all().size();
    ImmutableList<Located.Obj> objects = parse(text);
    boolean sound = findings.problems().all().size() == before;
    return sound && fits(objects) ? objects : ImmutableList.of();
  }

  private ImmutableList<Located.Obj> parse(String text) {
    String start = text.stripLeading();
    if (start.charAt(0) == '<') {
      return ClixmlReader.read(file, text, findings.problems());
    }
    boolean json = start.charAt(0) == '{' || start.charAt(0) == '[';
    return json && !start.startsWith(PROMPT)
        ? json(text)
        : ListReader.read(file, text, findings.problems());
  }

  private ImmutableList<Located.Obj> json(String text) {
    Optional<Located> value = JsonReader.read(file, text, findings.problems());
    if (value.isEmpty()) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<Located.Obj> objects = ImmutableList.builder();
    for (Located item : unwrapped(value.get())) {
      if (item instanceof Located.Obj object) {
        objects.add(object);
      } else {
        findings
            .problems()
            .add(
                item.spot(),
                "an object is expected, not " + item.kind(),
                "export again with ConvertTo-Json -Depth 5");
      }
    }
    return objects.build();
  }

  /** Windows PowerShell wraps an array that came out of a variable: {@code {value, Count}}. */
  private static ImmutableList<Located> unwrapped(Located value) {
    if (value instanceof Located.Arr array) {
      return array.items();
    }
    if (value instanceof Located.Obj object
        && object.members().size() == 2
        && object.member("Count").isPresent()
        && object.member("value").map(Located.Member::value).orElse(object)
            instanceof Located.Arr array) {
      return array.items();
    }
    return ImmutableList.of(value);
  }

  /** Every kind has a property that tells it from the others. */
  private boolean fits(ImmutableList<Located.Obj> objects) {
    ImmutableList<String> marks = marks();
    for (Located.Obj object : objects) {
      if (!marks.isEmpty()
          && marks.stream().noneMatch(m -> object.memberIgnoringCase(m).isPresent())) {
        findings
            .problems()
            .add(
                object.spot(),
                "this is no object of Get-" + kind.noun() + ": it has no " + marks.get(0),
                "export with Get-" + kind.noun() + " | Export-Clixml");
        return false;
      }
    }
    return true;
  }

  private ImmutableList<String> marks() {
    return switch (kind) {
      case SEND_CONNECTOR -> ImmutableList.of("AddressSpaces");
      case RECEIVE_CONNECTOR -> ImmutableList.of("Bindings");
      case INBOUND_CONNECTOR -> ImmutableList.of("SenderDomains");
      case OUTBOUND_CONNECTOR -> ImmutableList.of("RecipientDomains", "UseMXRecord");
      case ACCEPTED_DOMAIN, ONLINE_ACCEPTED_DOMAIN -> ImmutableList.of("DomainName");
      case EXCHANGE_CERTIFICATE -> ImmutableList.of("Thumbprint", "Subject", "RawData");
      case EXCHANGE_SERVER -> ImmutableList.of("AdminDisplayVersion", "ServerRole");
      default -> ImmutableList.of();
    };
  }

  /** Whether a name stands for what remoting adds to every object. */
  static boolean isNoise(String name) {
    return Ascii.equalsIgnoreCase(name, "SerializationData");
  }
}
