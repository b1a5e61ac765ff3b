package exsim.simulator.delivery;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.simulator.rule.Reason;
import exsim.simulator.rule.Rule;
import exsim.simulator.smtp.ClientEnd;
import exsim.simulator.smtp.EventLog;
import exsim.simulator.smtp.Listener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An event in the application log of an Exchange server.
 *
 * @param event which
 * @param log where it stands
 * @param because what raised it
 */
public record LoggedEvent(ExchangeEvent event, EventLog log, Reason because) {
  private static final ImmutableMap<Rule, ExchangeEvent> BY_CAUSE = byCause();

  private static ImmutableMap<Rule, ExchangeEvent> byCause() {
    ImmutableMap.Builder<Rule, ExchangeEvent> events = ImmutableMap.builder();
    for (ExchangeEvent event : ExchangeEvent.values()) {
      event.causes().forEach(cause -> events.put(cause, event));
    }
    return events.buildOrThrow();
  }

  /** The event's rule, with the facts of what raised it. */
  public Reason reason() {
    return new Reason(
        event,
        ImmutableMap.<String, String>builder()
            .putAll(because.facts())
            .put("recorder", log.server())
            .buildOrThrow());
  }

  /** The events of a session, in the order in which they were raised. */
  static ImmutableList<LoggedEvent> of(
      ClientEnd client, Listener listener, ImmutableList<Reason> why) {
    List<Rule> decided = new ArrayList<>();
    why.forEach(reason -> decided.add(reason.rule()));
    ImmutableList.Builder<LoggedEvent> raised = ImmutableList.builder();
    for (Reason reason : why) {
      ExchangeEvent event = BY_CAUSE.get(reason.rule());
      if (event != null && event.unless().stream().noneMatch(decided::contains)) {
        Optional<EventLog> log =
            event.side() == ExchangeEvent.Side.RECEIVER
                ? listener.eventLog()
                : client
                    .server()
                    .flatMap(s -> client.service().flatMap(service -> EventLog.of(s, service)));
        log.ifPresent(l -> raised.add(new LoggedEvent(event, l, reason)));
      }
    }
    return raised.build();
  }
}
