package exsim.simulator.onprem.receive;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.EmailAddress;
import exsim.model.onprem.ReceiveConnector;
import exsim.simulator.onprem.ExchangeNode;
import exsim.simulator.route.Acceptance;
import exsim.simulator.route.ReceivedForm;
import exsim.simulator.route.Receiver;
import exsim.simulator.rule.Elimination;
import exsim.simulator.rule.Reason;
import exsim.simulator.rule.Selection;
import exsim.simulator.smtp.Command;
import exsim.simulator.smtp.Reply;
import exsim.simulator.smtp.ServerTls;
import exsim.simulator.smtp.Session;
import exsim.simulator.smtp.Verdict;
import java.util.Optional;

/**
 * A listening service of which no Receive connector serves the peer: its banner is its last word.
 */
final class ClosedReceiver implements Receiver {
  private static final Reply CLOSING = Reply.of("421 4.3.2 Service not available");

  private final ExchangeNode node;
  private final Selection<ReceiveConnector> selection;

  ClosedReceiver(ExchangeNode node, Selection<ReceiveConnector> selection) {
    this.node = node;
    this.selection = selection;
  }

  @Override
  public String system() {
    return node.system();
  }

  @Override
  public ImmutableList<Reason> why() {
    return ImmutableList.of(selection.because());
  }

  @Override
  public ImmutableList<Elimination> turnedDown() {
    return selection.eliminated();
  }

  @Override
  public Reply banner() {
    return CLOSING;
  }

  /** It takes nothing; a Transport service would write this. */
  @Override
  public Stamp stamp() {
    return new Stamp(
        ReceivedForm.TRANSPORT, node.server().fqdn().ascii(), node.server().version().number());
  }

  @Override
  public String helloText(Session session) {
    throw over();
  }

  @Override
  public ImmutableList<String> keywords(Session session) {
    throw over();
  }

  @Override
  public ServerTls tls() {
    throw over();
  }

  @Override
  public Optional<Verdict> refusesClear(Session session, Command command) {
    throw over();
  }

  @Override
  public Verdict authenticate(Session session, Command.Auth auth) {
    throw over();
  }

  @Override
  public Verdict mail(Session session, Command.Mail mail) {
    throw over();
  }

  @Override
  public Verdict recipient(Session session, Command.Mail mail, EmailAddress recipient) {
    throw over();
  }

  @Override
  public Verdict content(Session session, Command.Content content) {
    throw over();
  }

  @Override
  public Optional<Reason> tlsDemand(Command.Mail mail, EmailAddress recipient) {
    return Optional.empty();
  }

  @Override
  public Taker taker(Session session, Command.Mail mail, EmailAddress recipient) {
    return new Taker(
        node.system(),
        Optional.of(node.server().name()),
        Optional.empty(),
        Optional.empty(),
        node,
        Acceptance.NO_EXCHANGE);
  }

  private static IllegalStateException over() {
    return new IllegalStateException("the session is over with its banner");
  }
}
