package exsim.scenarios.format;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.net.HostPort;
import exsim.model.net.IpAddress;
import exsim.model.tls.Certificate;
import exsim.model.tls.TlsVersion;
import exsim.model.tls.TrustStore;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import exsim.scenarios.json.Suggestion;
import exsim.simulator.delivery.Telnet;
import exsim.simulator.question.TypedScript;
import exsim.simulator.question.TypedScript.Kind;
import exsim.simulator.question.TypedScript.Line;
import exsim.simulator.smtp.TlsClient;
import exsim.simulator.tls.TlsFacts.Demand;
import exsim.simulator.tls.TlsFacts.Habit;
import exsim.simulator.tls.Verification;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Decodes {@code sessions}: what somebody types at a host, and what must come back. */
final class SessionDecoder {
  private static final int SMTP_PORT = 25;
  private static final Duration PAUSE_MAX = Duration.ofDays(1);

  private final Moments moments;
  private final ImmutableList<Epoch> epochs;
  private final Set<String> ids = new HashSet<>();

  SessionDecoder(Moments moments, ImmutableList<Epoch> epochs) {
    this.moments = moments;
    this.epochs = epochs;
  }

  Optional<TypedScript> decode(Located value, Problems problems) {
    return Fields.of(value, problems).flatMap(fields -> decode(fields, problems));
  }

  private Optional<TypedScript> decode(Fields fields, Problems problems) {
    Optional<String> id = fields.required("id", Decoders.NAME);
    Instant at = fields.optional("at", moments.fromStart(), moments.clock());
    Epoch epoch = epochAt(at);
    Optional<Telnet.Caller> caller = fields.required("from", (v, p) -> caller(epoch, v, p));
    Optional<HostPort> to = fields.required("to", Decoders.hostPort(SMTP_PORT));
    Optional<Certificate> certificate =
        fields.optional("certificate", (v, p) -> certificate(epoch, v, p));
    ImmutableSet<TlsVersion> versions =
        fields.optional("tlsVersions", Decoders.TLS_VERSIONS, MailSystemDecoder.VERSIONS_DEFAULT);
    Optional<ImmutableList<Line>> lines =
        fields.required("lines", Decoders.list(SessionDecoder::line));
    fields.noOthers();
    if (id.isPresent() && !ids.add(id.get())) {
      problems.add(
          fields.spotOf("id"),
          "two sessions have the id `" + id.get() + "`",
          "give one another id");
    }
    if (id.isEmpty() || caller.isEmpty() || to.isEmpty() || lines.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TypedScript(
            id.get(),
            caller.get(),
            to.get().host(),
            to.get().port(),
            at,
            client(versions, certificate),
            lines.get()));
  }

  private Epoch epochAt(Instant at) {
    Epoch found = epochs.get(0);
    for (Epoch later : epochs) {
      found = later.from().isAfter(at) ? found : later;
    }
    return found;
  }

  /** Who types hears what the server proves and goes on whatever it is. */
  private static TlsClient client(
      ImmutableSet<TlsVersion> versions, Optional<Certificate> certificate) {
    return new TlsClient(
        Demand.OPPORTUNISTIC,
        Verification.NONE,
        ImmutableList.of(),
        Habit.DEVICE,
        versions,
        Optional.empty(),
        certificate,
        Optional.empty(),
        TrustStore.PUBLIC);
  }

  private static Optional<Line> line(Located value, Problems problems) {
    return Decoders.TEXT
        .decode(value, problems)
        .flatMap(
            text -> {
              for (Kind kind : Kind.values()) {
                String mark = kind.letter() + ":";
                if (text.startsWith(mark)) {
                  String rest = text.substring(mark.length());
                  String said = rest.startsWith(" ") ? rest.substring(1) : rest;
                  return kind == Kind.WAIT
                      ? pause(said, value, problems)
                      : Optional.of(new Line(kind, said));
                }
              }
              problems.add(
                  value.spot(),
                  "a line of a session begins with `C:`, `S:`, `T:` or `W:`",
                  "`C:` for what is typed, `S:` for how a reply begins, `T:` for what happens,"
                      + " `W:` for how long nothing is typed");
              return Optional.empty();
            });
  }

  /** How long nothing is typed. */
  private static Optional<Line> pause(String text, Located value, Problems problems) {
    try {
      Duration time = Duration.parse(text);
      if (!time.isNegative() && time.compareTo(PAUSE_MAX) <= 0) {
        return Optional.of(new Line(Kind.WAIT, time.toString()));
      }
    } catch (DateTimeParseException e) {
      // told below, with the range
    }
    problems.add(
        value.spot(),
        "`" + text + "` is not a duration of up to a day",
        "write how long nothing is typed, like `W: PT6M`");
    return Optional.empty();
  }

  private static Optional<Certificate> certificate(Epoch epoch, Located value, Problems problems) {
    return Decoders.NAME
        .decode(value, problems)
        .flatMap(
            name -> {
              ImmutableList<Certificate> all = epoch.draft().topology().certificates();
              Optional<Certificate> found =
                  all.stream().filter(c -> c.name().equals(name)).findFirst();
              if (found.isEmpty()) {
                problems.add(
                    value.spot(),
                    "there is no certificate `" + name + "`",
                    Suggestion.help(name, all.stream().map(Certificate::name).toList()));
              }
              return found;
            });
  }

  /** An address, or a server, mail system or device of that time. */
  private static Optional<Telnet.Caller> caller(Epoch epoch, Located value, Problems problems) {
    Optional<String> text = Decoders.NAME.decode(value, problems);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (IpAddress.isLiteral(text.get())) {
      return Decoders.HOST_ADDRESS
          .decode(value, problems)
          .map(a -> new Telnet.Caller(a.toString(), ImmutableSet.of(), a));
    }
    Optional<Telnet.Caller> found = Callers.named(text.get(), epoch.draft().topology());
    if (found.isEmpty()) {
      problems.add(
          value.spot(),
          "there is no server, device or mail system with an address `" + text.get() + "`",
          "state one of these, or the address from which somebody types");
    }
    return found;
  }
}
