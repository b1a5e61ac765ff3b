package exsim.scenarios.powershell;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.exchange.NearName;
import exsim.scenarios.exchange.ObjectKind;
import exsim.scenarios.json.Spot;
import java.util.Optional;

/**
 * A cmdlet that the simulator runs.
 *
 * @param verb what it does
 * @param noun what it does it to
 */
record Cmdlet(Verb verb, Noun noun) {
  /** What a cmdlet does. */
  enum Verb {
    /** Looks. */
    GET("Get"),
    /** Changes. */
    SET("Set"),
    /** Makes. */
    NEW("New"),
    /** Takes away. */
    REMOVE("Remove"),
    /** Turns on. */
    ENABLE("Enable"),
    /** Turns off. */
    DISABLE("Disable");

    private final String text;

    Verb(String text) {
      this.text = text;
    }
  }

  private static final ImmutableSet<Verb> FOUR =
      ImmutableSet.of(Verb.GET, Verb.SET, Verb.NEW, Verb.REMOVE);
  private static final ImmutableSet<Verb> TWO = ImmutableSet.of(Verb.GET, Verb.SET);
  private static final ImmutableSet<Verb> ALL = ImmutableSet.copyOf(Verb.values());
  private static final ImmutableSet<Verb> NONE = ImmutableSet.of();

  /** What cmdlets do something to, with the verbs that each side has for it. */
  enum Noun {
    /** Send connectors. */
    SEND_CONNECTOR("SendConnector", FOUR, NONE),
    /** Receive connectors. */
    RECEIVE_CONNECTOR("ReceiveConnector", FOUR, NONE),
    /** Inbound connectors. */
    INBOUND_CONNECTOR("InboundConnector", NONE, FOUR),
    /** Outbound connectors. */
    OUTBOUND_CONNECTOR("OutboundConnector", NONE, FOUR),
    /** Accepted domains; Exchange Online makes them where domains are verified, not here. */
    ACCEPTED_DOMAIN("AcceptedDomain", FOUR, TWO),
    /** Certificates. */
    EXCHANGE_CERTIFICATE(
        "ExchangeCertificate", ImmutableSet.of(Verb.GET, Verb.ENABLE, Verb.REMOVE), NONE),
    /** Subscriptions of Edge servers. */
    EDGE_SUBSCRIPTION("EdgeSubscription", ImmutableSet.of(Verb.GET, Verb.NEW, Verb.REMOVE), NONE),
    /** Queues. */
    QUEUE("Queue", ImmutableSet.of(Verb.GET), NONE),
    /** Message tracking logs. */
    MESSAGE_TRACKING("MessageTrackingLog", ImmutableSet.of(Verb.GET), NONE),
    /** What became of messages in a tenant. */
    MESSAGE_TRACE("MessageTraceV2", NONE, ImmutableSet.of(Verb.GET)),
    /** What happened to one of them. */
    MESSAGE_TRACE_DETAIL("MessageTraceDetailV2", NONE, ImmutableSet.of(Verb.GET)),
    /** The same by the name that it had before. */
    MESSAGE_TRACE_V1("MessageTrace", NONE, ImmutableSet.of(Verb.GET)),
    /** The same by the name that it had before. */
    MESSAGE_TRACE_DETAIL_V1("MessageTraceDetail", NONE, ImmutableSet.of(Verb.GET)),
    /** Transport settings. */
    TRANSPORT_CONFIG("TransportConfig", TWO, TWO),
    /** Settings of the whole. */
    ORGANIZATION_CONFIG("OrganizationConfig", TWO, TWO),
    /** A server's transport service. */
    TRANSPORT_SERVICE("TransportService", TWO, NONE),
    /** The same in Exchange 2010; later versions have both names. */
    TRANSPORT_SERVER("TransportServer", TWO, NONE),
    /** Active Directory sites. */
    AD_SITE("ADSite", TWO, NONE),
    /** A mailbox's client access settings. */
    CAS_MAILBOX("CASMailbox", TWO, TWO),
    /** Users, for the authentication policies that they have. */
    USER("User", NONE, TWO),
    /** Authentication policies. */
    AUTHENTICATION_POLICY("AuthenticationPolicy", NONE, FOUR),
    /** Remote domains. */
    REMOTE_DOMAIN("RemoteDomain", FOUR, FOUR),
    /** Transport rules. */
    TRANSPORT_RULE("TransportRule", ALL, ALL);

    private final String text;
    private final ImmutableSet<Verb> onPremises;
    private final ImmutableSet<Verb> online;

    Noun(String text, ImmutableSet<Verb> onPremises, ImmutableSet<Verb> online) {
      this.text = text;
      this.onPremises = onPremises;
      this.online = online;
    }

    /** What stands for it by the name that it has now. */
    Noun current() {
      return switch (this) {
        case TRANSPORT_SERVER -> TRANSPORT_SERVICE;
        case MESSAGE_TRACE_V1 -> MESSAGE_TRACE;
        case MESSAGE_TRACE_DETAIL_V1 -> MESSAGE_TRACE_DETAIL;
        default -> this;
      };
    }

    /** The kind of object that it means on one side. */
    ObjectKind kind(boolean onlineSide) {
      String kept = current().text;
      for (ObjectKind kind : ObjectKind.values()) {
        if (kind.noun().equals(kept) && kind.online() == onlineSide) {
          return kind;
        }
      }
      throw new IllegalStateException(text + " has no kind of object");
    }
  }

  /** Every cmdlet. */
  static ImmutableList<Cmdlet> all() {
    ImmutableList.Builder<Cmdlet> all = ImmutableList.builder();
    for (Noun noun : Noun.values()) {
      for (Verb verb : Verb.values()) {
        if (noun.onPremises.contains(verb) || noun.online.contains(verb)) {
          all.add(new Cmdlet(verb, noun));
        }
      }
    }
    return all.build();
  }

  /** The cmdlet of a name; case does not matter. */
  static Optional<Cmdlet> find(String name) {
    return all().stream().filter(c -> Ascii.equalsIgnoreCase(c.name(), name)).findFirst();
  }

  /** The same; that there is none is reported. */
  static Optional<Cmdlet> called(String name, Spot at, Findings findings) {
    Optional<Cmdlet> found = find(name);
    if (found.isEmpty()) {
      findings.problems().add(at, "`" + name + "` is not a cmdlet that is run here", helpFor(name));
    }
    return found;
  }

  /** The cmdlet that is probably meant, or else those of the same verb. */
  private static String helpFor(String name) {
    ImmutableList<String> names =
        all().stream().map(Cmdlet::name).collect(ImmutableList.toImmutableList());
    String verb = name.substring(0, name.indexOf('-') + 1);
    ImmutableList<String> alike =
        names.stream()
            .filter(
                n -> !verb.isEmpty() && Ascii.toLowerCase(n).startsWith(Ascii.toLowerCase(verb)))
            .collect(ImmutableList.toImmutableList());
    String question = NearName.question(name, names);
    return question.isEmpty() && !alike.isEmpty() ? NearName.oneOf(alike) : question;
  }

  /** Its name. */
  String name() {
    return verb.text + "-" + noun.text;
  }

  /** Whether a side has it. */
  boolean existsIn(boolean online) {
    return (online ? noun.online : noun.onPremises).contains(verb);
  }

  /** Whether it changes what EdgeSync brings to an Edge server. */
  boolean isEdgeSyncs() {
    return verb != Verb.GET && (noun == Noun.SEND_CONNECTOR || noun == Noun.ACCEPTED_DOMAIN);
  }

  /** The object that it works on. */
  ObjectKind kind(boolean online) {
    return noun.kind(online);
  }

  @Override
  public String toString() {
    return name();
  }
}
