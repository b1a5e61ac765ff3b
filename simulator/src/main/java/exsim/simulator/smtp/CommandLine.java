package exsim.simulator.smtp;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import exsim.model.InvalidValueException;
import exsim.model.mail.EmailAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a command as somebody types it. */
final class CommandLine {
  private static final Pattern PATH =
      Pattern.compile("(FROM|TO): *(?:<([^<>]*)>|([^<> ]+))((?: .*)?)", Pattern.CASE_INSENSITIVE);
  private static final Pattern SIZE =
      Pattern.compile("SIZE=([0-9]{1,18})", Pattern.CASE_INSENSITIVE);
  private static final Pattern KNOWN =
      Pattern.compile(
          "(BODY=(7BIT|8BITMIME|BINARYMIME)|RET=(FULL|HDRS)|ENVID=\\S+|AUTH=\\S+|SMTPUTF8"
              + "|XOORG=\\S+|NOTIFY=\\S+|ORCPT=\\S+)",
          Pattern.CASE_INSENSITIVE);
  private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

  private CommandLine() {}

  /** The command of a line; AUTH and BDAT are left to who keeps what follows them. */
  static Command parse(String line) {
    int space = line.indexOf(' ');
    String verb = Ascii.toUpperCase(space < 0 ? line : line.substring(0, space));
    String rest = space < 0 ? "" : line.substring(space + 1).strip();
    return switch (verb) {
      case "EHLO" -> new Command.Hello(true, rest);
      case "HELO" -> new Command.Hello(false, rest);
      case "MAIL" -> mail(line, rest);
      case "RCPT" -> recipient(line, rest);
      case "NOOP" -> new Command.Noop();
      case "X-EXPS" -> exchangeAuth(rest);
      default -> rest.isEmpty() ? alone(verb, line) : new Command.Unknown(line);
    };
  }

  /** The name of a server stands behind the mechanism, where a real one would prove it. */
  private static Command exchangeAuth(String rest) {
    List<String> words = words(rest);
    return words.isEmpty()
        ? new Command.ExchangeAuth("", "")
        : new Command.ExchangeAuth(
            Ascii.toUpperCase(words.get(0)), words.size() > 1 ? words.get(1) : "");
  }

  private static Command alone(String verb, String line) {
    return switch (verb) {
      case "STARTTLS" -> new Command.StartTls();
      case "X-ANONYMOUSTLS" -> new Command.AnonymousTls();
      case "DATA" -> new Command.Data();
      case "RSET" -> new Command.Reset();
      case "QUIT" -> new Command.Quit();
      default -> new Command.Unknown(line);
    };
  }

  private static Command mail(String line, String rest) {
    Matcher path = PATH.matcher(rest);
    if (!path.matches() || !Ascii.equalsIgnoreCase(path.group(1), "FROM")) {
      return new Command.Malformed(line);
    }
    String sender = path.group(2) != null ? path.group(2) : path.group(3);
    Optional<EmailAddress> address = address(sender);
    if (address.isEmpty() && !sender.isEmpty()) {
      return new Command.Malformed(line);
    }
    OptionalLong size = OptionalLong.empty();
    boolean requireTls = false;
    for (String parameter : words(path.group(4))) {
      Matcher stated = SIZE.matcher(parameter);
      if (stated.matches()) {
        size = OptionalLong.of(Long.parseLong(stated.group(1)));
      } else if (Ascii.equalsIgnoreCase(parameter, "REQUIRETLS")) {
        requireTls = true;
      } else if (!KNOWN.matcher(parameter).matches()) {
        return new Command.Malformed(line);
      }
    }
    return new Command.Mail(address, size, requireTls);
  }

  private static Command recipient(String line, String rest) {
    Matcher path = PATH.matcher(rest);
    if (!path.matches() || !Ascii.equalsIgnoreCase(path.group(1), "TO")) {
      return new Command.Malformed(line);
    }
    boolean known = words(path.group(4)).stream().allMatch(p -> KNOWN.matcher(p).matches());
    return address(path.group(2) != null ? path.group(2) : path.group(3))
        .filter(a -> known)
        .<Command>map(Command.Rcpt::new)
        .orElseGet(() -> new Command.Malformed(line));
  }

  private static List<String> words(String text) {
    return WORDS.splitToList(text);
  }

  /** An address; empty where the text is none. */
  static Optional<EmailAddress> address(String text) {
    try {
      return Optional.of(EmailAddress.parse(text));
    } catch (InvalidValueException e) {
      return Optional.empty();
    }
  }
}
