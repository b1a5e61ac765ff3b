package exsim.simulator.delivery;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.EmailAddress;
import exsim.model.net.PathEffect;
import exsim.simulator.route.Envelope;
import exsim.simulator.route.Host;
import exsim.simulator.route.Plan;
import exsim.simulator.route.Receiver;
import exsim.simulator.route.Target;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.ClientEnd;
import exsim.simulator.smtp.ClientVoice.ConnectionFault;
import exsim.simulator.smtp.Dialogue;
import exsim.simulator.smtp.FarEnd;
import exsim.simulator.smtp.Opening;
import exsim.simulator.smtp.Peer;
import exsim.simulator.smtp.SmtpRule;
import exsim.simulator.smtp.Transaction;
import exsim.simulator.tls.Authentication;
import exsim.simulator.tls.TlsOutcome;
import java.time.Instant;
import java.util.Optional;

/** One connection to one target: what it needs to be made, and what comes of it. */
final class Connection {
  private static final Optional<Transaction.Result> NO_REFUSAL = Optional.empty();

  private final Network network;
  private final Plan plan;
  private final Envelope envelope;
  private final Companions companions;
  private final int attempt;
  private final Instant now;

  /** Why this target and not another of the plan. */
  private final ImmutableList<Reason> choice;

  Connection(
      Network network,
      Plan plan,
      Envelope envelope,
      Companions companions,
      int attempt,
      Instant now,
      Optional<Reason> choice) {
    this.network = network;
    this.plan = plan;
    this.envelope = envelope.to(plan.recipient());
    this.companions = companions;
    this.attempt = attempt;
    this.now = now;
    this.choice = choice.map(ImmutableList::of).orElse(ImmutableList.of());
  }

  /**
   * What came of a connection.
   *
   * @param hop the hop
   * @param taken where the message lies; empty when it was not taken
   * @param next what the client does after a failure
   * @param envelopeRefused whether the session was in order and this message was refused
   * @param requireTls whether the message was handed on with REQUIRETLS
   */
  record Result(
      Hop hop,
      Optional<Receiver.Taker> taken,
      TlsOutcome next,
      boolean envelopeRefused,
      boolean requireTls) {
    /** The same, and no later attempt changes it. */
    private Result forGood() {
      return new Result(hop, taken, TlsOutcome.FAIL, envelopeRefused, requireTls);
    }
  }

  /** Connects, unless something bars it. */
  Result to(Target target, boolean withheld, Choices choices) {
    ClientEnd client = withheld ? Sessions.withheld(target.client()) : target.client();
    if (target.barred().isPresent()) {
      Target.Barred barred = target.barred().get();
      return unconnected(
          target, client, barred.cause(), barred.reply(), Optional.of(barred.because()));
    }
    Optional<Target.Barred> unsigned =
        isStrict() ? RequireTls.barred(target, network.resolver()) : Optional.empty();
    if (unsigned.isPresent() && !isReport()) {
      Target.Barred barred = unsigned.get();
      return unconnected(
              target, client, barred.cause(), barred.reply(), Optional.of(barred.because()))
          .forGood();
    }
    ImmutableList<Host> hosts = hosts(target);
    ImmutableSet<PathEffect> effects =
        Circumstances.added(
            choices.circumstances(),
            network.effects(client, target, hosts, now),
            client,
            target,
            plan.internal());
    if (effects.contains(PathEffect.BLOCK)) {
      Reason because =
          Reason.of(SmtpRule.BLOCKED, "client", client.system(), "host", target.host());
      return unreachable(target, client, ConnectionFault.TIMED_OUT, because);
    }
    if (hosts.isEmpty()) {
      return unreachable(target, client, ConnectionFault.TIMED_OUT);
    }
    ImmutableList<Host> listening =
        hosts.stream()
            .filter(h -> h.listensOn(target.address().get(), target.port()))
            .collect(ImmutableList.toImmutableList());
    if (listening.isEmpty()) {
      return hosts
          .get(0)
          .whyNothingListensOn(target.port())
          .map(why -> unreachable(target, client, ConnectionFault.REFUSED, why))
          .orElseGet(() -> unreachable(target, client, ConnectionFault.REFUSED));
    }
    Host host = listening.get(choices.pick(target.address().get(), listening.size()));
    Peer peer =
        new Peer(
            client.system(),
            client.address(),
            target.host(),
            target.address().get(),
            target.port(),
            client.manner().asSmartHost(),
            now);
    Optional<Sessions.Opened> opened =
        network.sessions().open(target.client(), withheld, host, peer, effects, plan, envelope);
    return opened.isEmpty()
        ? unreachable(target, client, ConnectionFault.REFUSED)
        : talk(target, client, opened.get());
  }

  /** Whether REQUIRETLS counts here; between servers of one system it does not. */
  private boolean isStrict() {
    return envelope.requireTls() && !plan.internal();
  }

  /** Whether the message is a report, which REQUIRETLS does not stop (RFC 8689 section 5). */
  private boolean isReport() {
    return envelope.sender().isEmpty();
  }

  /** Whoever is at the address; behind a load balancer a server of one's own is meant by name. */
  private ImmutableList<Host> hosts(Target target) {
    ImmutableList<Host> there = target.address().map(network::hostsAt).orElse(ImmutableList.of());
    return plan.internal() && there.size() > 1
        ? there.stream()
            .filter(h -> h.names().contains(target.host()))
            .collect(ImmutableList.toImmutableList())
        : there;
  }

  private Result talk(Target target, ClientEnd client, Sessions.Opened opened) {
    Receiver receiver = opened.receiver();
    Opening opening = opened.opening();
    boolean without =
        envelope.requireTls()
            && isReport()
            && !RequireTls.isKept(opening, client, target, network.resolver(), now);
    boolean strict = isStrict() && !without;
    boolean stated = envelope.requireTls() && !without;
    Transaction.Mail mail = mail(stated);
    ImmutableList<EmailAddress> before = before(target, client);
    FarEnd far = opened.ready(before);
    receiver
        .messageRate()
        .map(r -> companions.before(r, now, envelope.received().size(), client.service()))
        .filter(sent -> sent > 0)
        .ifPresent(far::after);
    Transaction.Result transaction =
        (strict ? RequireTls.refusal(opening, client, target, now) : NO_REFUSAL)
            .orElseGet(() -> Transaction.play(opening, client, far, mail, plan.recipient()));
    far.close();
    Receiver.Taker taker = receiver.taker(opening.session(), mail.command(), plan.recipient());
    Hop.To to =
        new Hop.To(
            Optional.of(taker.system()),
            target.host(),
            target.address(),
            target.port(),
            taker.server(),
            taker.service(),
            taker.connector());
    Optional<Reason> serverDemand = receiver.tlsDemand(mail.command(), plan.recipient());
    boolean demanded = strict || client.tls().demand().forces() || serverDemand.isPresent();
    boolean sent = transaction.taken();
    Attack attack = attack(opened, client, before, transaction);
    HeaderFirewall.Decided standing =
        sent
            ? HeaderFirewall.behind(
                client.manner().headers(), envelope.authAs(), taker.acceptance(), target.host())
            : HeaderFirewall.Decided.NOTHING;
    Hop.Tls tls =
        new Hop.Tls(
            opening.offered(),
            opening.secured().map(s -> new Hop.Established(s.version(), s.cipherSuite())),
            Demanded.mode(client, demanded, opening.secured().isPresent() || !sent),
            sent ? Demanded.got(client.tls(), strict) : Demanded.proved(client.tls(), opening),
            !attack.plaintext());
    Hop hop =
        new Hop(
            attempt,
            now,
            sent,
            from(client),
            to,
            tls,
            transaction.cause(),
            Dialogue.dated(transaction.reply(), now),
            plan.internal(),
            plan.queue(),
            joined(
                plan.why(),
                choice,
                opening.why(),
                serverDemand
                    .filter(r -> !opening.why().contains(r))
                    .map(ImmutableList::of)
                    .orElse(ImmutableList.of()),
                strict && sent ? RequireTls.kept(target) : ImmutableList.of(),
                without ? RequireTls.forgone(target) : ImmutableList.of(),
                transaction.why(),
                standing.because().map(ImmutableList::of).orElse(ImmutableList.of()),
                ImmutableList.of(attack.because())),
            joined(plan.turnedDown(), receiver.turnedDown()),
            opened.events(),
            standing.standing(),
            opened.contact(),
            new Dialogue(now, joined(opening.turns(), transaction.turns())));
    return new Result(
        hop,
        sent ? Optional.of(taker) : Optional.empty(),
        transaction.next(),
        transaction.envelopeRefused(),
        stated);
  }

  /** What somebody gets who hides STARTTLS from this client. */
  private Attack attack(
      Sessions.Opened opened,
      ClientEnd client,
      ImmutableList<EmailAddress> before,
      Transaction.Result own) {
    Opening stripped = opened.stripped();
    return Attack.of(
        opened,
        own,
        stripped == opened.opening()
            ? own
            : Transaction.play(
                stripped,
                client,
                opened.readyIfStripped(before),
                mail(envelope.requireTls() && !isReport()),
                plan.recipient()));
  }

  private Transaction.Mail mail(boolean requireTls) {
    return new Transaction.Mail(
        envelope.sender(),
        envelope.sizeBytes(),
        requireTls,
        envelope.received(),
        envelope.bareLinefeeds());
  }

  private ImmutableList<EmailAddress> before(Target target, ClientEnd client) {
    return companions.before(
        now, client.host(), client.connector(), target.address().orElseThrow(), target.port());
  }

  private Result unreachable(Target target, ClientEnd client, ConnectionFault fault) {
    return unreachable(
        target,
        client,
        fault,
        Reason.of(SmtpRule.NO_CONNECTION, "host", target.host(), "fault", fault.text()));
  }

  private Result unreachable(
      Target target, ClientEnd client, ConnectionFault fault, Reason because) {
    return unconnected(
        target,
        client,
        fault.cause(),
        client.voice().noConnection(fault, target.host()),
        Optional.of(because));
  }

  private Result unconnected(
      Target target, ClientEnd client, String cause, String reply, Optional<Reason> because) {
    Optional<String> system =
        target
            .address()
            .map(network::hostsAt)
            .filter(h -> !h.isEmpty())
            .map(h -> h.get(0).system());
    boolean forced = client.tls().demand().forces();
    Hop hop =
        new Hop(
            attempt,
            now,
            false,
            from(client),
            new Hop.To(
                system,
                target.host(),
                target.address(),
                target.port(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            new Hop.Tls(
                Optional.empty(),
                Optional.empty(),
                Demanded.mode(client, forced, true),
                Authentication.NONE,
                forced),
            Optional.of(cause),
            reply,
            plan.internal(),
            plan.queue(),
            joined(
                plan.why(),
                choice,
                client.why(),
                because
                    .filter(b -> !client.why().contains(b))
                    .map(ImmutableList::of)
                    .orElse(ImmutableList.of())),
            plan.turnedDown(),
            ImmutableList.of(),
            Hop.Standing.NONE,
            Contact.none(client),
            Dialogue.empty(now));
    return new Result(hop, Optional.empty(), TlsOutcome.DEFER, false, envelope.requireTls());
  }

  private static Hop.From from(ClientEnd client) {
    return new Hop.From(
        client.system(), client.host(), client.server(), client.service(), client.connector());
  }

  @SafeVarargs
  private static <T> ImmutableList<T> joined(ImmutableList<T>... lists) {
    ImmutableList.Builder<T> all = ImmutableList.builder();
    for (ImmutableList<T> list : lists) {
      all.addAll(list);
    }
    return all.build();
  }
}
