package exsim.simulator.smtp;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import exsim.model.mail.EmailAddress;
import exsim.model.net.IpAddress;
import java.util.Optional;
import java.util.OptionalLong;

/** A command that a client sends. */
public sealed interface Command {
  /** The line as it goes over the wire. */
  String line();

  /**
   * EHLO or HELO.
   *
   * @param extended whether it is EHLO
   * @param name the client's name; empty for none
   */
  record Hello(boolean extended, String name) implements Command {
    private static final CharMatcher OF_NAMES =
        CharMatcher.inRange('a', 'z')
            .or(CharMatcher.inRange('A', 'Z'))
            .or(CharMatcher.inRange('0', '9'))
            .or(CharMatcher.anyOf("-._"));

    /** Whether the name, if there is one, is a host's or an address in brackets. */
    public boolean namesHost() {
      if (name.startsWith("[") && name.endsWith("]")) {
        String inner = name.substring(1, name.length() - 1);
        return IpAddress.isLiteral(inner.startsWith("IPv6:") ? inner.substring(5) : inner);
      }
      return OF_NAMES.matchesAllOf(name);
    }

    @Override
    public String line() {
      return ((extended ? "EHLO " : "HELO ") + name).stripTrailing();
    }
  }

  /** STARTTLS. */
  record StartTls() implements Command {
    @Override
    public String line() {
      return "STARTTLS";
    }
  }

  /** X-ANONYMOUSTLS, Exchange's own STARTTLS. */
  record AnonymousTls() implements Command {
    @Override
    public String line() {
      return "X-ANONYMOUSTLS";
    }
  }

  /**
   * AUTH, the exchange of credentials taken as one.
   *
   * @param mechanism such as {@code LOGIN}
   * @param user whom it names
   */
  record Auth(String mechanism, EmailAddress user) implements Command {
    @Override
    public String line() {
      return "AUTH " + mechanism;
    }
  }

  /**
   * X-EXPS, authentication between Exchange servers.
   *
   * @param mechanism such as {@code GSSAPI}
   * @param server the server's name
   */
  record ExchangeAuth(String mechanism, String server) implements Command {
    @Override
    public String line() {
      return "X-EXPS " + mechanism;
    }
  }

  /**
   * MAIL FROM.
   *
   * @param sender the reverse path; empty for {@code <>}
   * @param sizeBytes the SIZE parameter
   * @param requireTls whether REQUIRETLS is stated
   */
  record Mail(Optional<EmailAddress> sender, OptionalLong sizeBytes, boolean requireTls)
      implements Command {
    @Override
    public String line() {
      return "MAIL FROM:<"
          + sender.map(EmailAddress::toString).orElse("")
          + ">"
          + (sizeBytes.isPresent() ? " SIZE=" + sizeBytes.getAsLong() : "")
          + (requireTls ? " REQUIRETLS" : "");
    }
  }

  /**
   * RCPT TO.
   *
   * @param recipient the forward path
   */
  record Rcpt(EmailAddress recipient) implements Command {
    @Override
    public String line() {
      return "RCPT TO:<" + recipient + ">";
    }
  }

  /** DATA. */
  record Data() implements Command {
    @Override
    public String line() {
      return "DATA";
    }
  }

  /**
   * The message itself and the dot that ends it.
   *
   * @param sizeBytes its size
   * @param received its Received headers, the oldest first
   * @param bareLinefeeds whether lines of it end without a carriage return
   */
  record Content(long sizeBytes, ImmutableList<Received> received, boolean bareLinefeeds)
      implements Command {
    /** A message whose lines end as they should. */
    public Content(long sizeBytes, ImmutableList<Received> received) {
      this(sizeBytes, received, false);
    }

    @Override
    public String line() {
      return ".";
    }
  }

  /** RSET. */
  record Reset() implements Command {
    @Override
    public String line() {
      return "RSET";
    }
  }

  /** NOOP. */
  record Noop() implements Command {
    @Override
    public String line() {
      return "NOOP";
    }
  }

  /** QUIT. */
  record Quit() implements Command {
    @Override
    public String line() {
      return "QUIT";
    }
  }

  /**
   * A command that is known, with arguments that are not.
   *
   * @param text the line
   */
  record Malformed(String text) implements Command {
    @Override
    public String line() {
      return text;
    }
  }

  /**
   * Anything else.
   *
   * @param text the line
   */
  record Unknown(String text) implements Command {
    @Override
    public String line() {
      return text;
    }
  }
}
