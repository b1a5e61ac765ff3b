package exsim.scenarios.powershell;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.InvalidValueException;
import exsim.scenarios.exchange.CmdletRefusal;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.exchange.ServerFacts;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import java.util.Optional;

/** Runs Exchange cmdlets on a scenario document. */
public final class Cmdlets {
  private static final ImmutableSet<String> DISPLAYS =
      ImmutableSet.of("fl", "format-list", "ft", "format-table");

  private final Located.Obj document;
  private final String on;
  private final Spot at;
  private final Findings findings;

  private Cmdlets(Located.Obj document, String on, Spot at, Findings findings) {
    this.document = document;
    this.on = on;
    this.at = at;
    this.findings = findings;
  }

  /**
   * Runs a command line.
   *
   * @param document the whole scenario; default connectors stand in it as objects, and imports are
   *     replaced by their objects
   * @param on the organization or tenant, or the server where it is typed; empty where only one has
   *     the cmdlet
   * @param commandLine what an administrator types
   * @param at the place that new values get
   * @param findings takes what is wrong
   * @return the changed document; the same one when something is wrong
   */
  public static Located.Obj apply(
      Located.Obj document, String on, String commandLine, Spot at, Findings findings) {
    ImmutableList<CommandLine> statements;
    try {
      statements = CommandLineReader.read(commandLine);
    } catch (InvalidValueException e) {
      findings.problems().add(at, "the command line is not understood: " + e.getMessage());
      return document;
    }
    Located.Obj changed = document;
    for (CommandLine statement : statements) {
      Optional<Located.Obj> next = new Cmdlets(changed, on, at, findings).run(statement);
      if (next.isEmpty()) {
        return document;
      }
      changed = next.get();
    }
    return changed;
  }

  /**
   * The organization or tenant that a cmdlet runs in; empty when that is reported.
   *
   * @param document the whole scenario
   * @param on its name, or that of a server; empty where only one has the cmdlet
   */
  public static Optional<String> owner(
      Located.Obj document, String on, String cmdlet, Spot at, Findings findings) {
    return Cmdlet.called(cmdlet, at, findings)
        .flatMap(c -> new Owners(document, on, "Enter-PSSession", at, findings).having(c))
        .map(o -> o.local().map(ServerFacts::name).orElse(o.name()));
  }

  /** The names of all cmdlets that are run here. */
  public static ImmutableList<String> names() {
    return Cmdlet.all().stream().map(Cmdlet::name).collect(ImmutableList.toImmutableList());
  }

  /**
   * The parameters of a cmdlet; empty where there is no such cmdlet or nobody who has it.
   *
   * @param document the whole scenario
   * @param on the organization, tenant or server; empty where only one has the cmdlet
   */
  public static ImmutableList<String> parameters(Located.Obj document, String on, String cmdlet) {
    Findings unheard = Findings.of("");
    Spot nowhere = Spot.ofFile("");
    Optional<Cmdlet> found = Cmdlet.find(cmdlet);
    return found
        .flatMap(c -> new Owners(document, on, "", nowhere, unheard).having(c))
        .map(owner -> new ParameterNames(found.get(), owner).names())
        .orElse(ImmutableList.of());
  }

  private Optional<Located.Obj> run(CommandLine statement) {
    ImmutableList<CommandLine.Call> calls = withoutDisplay(statement.calls());
    Optional<Cmdlet> last = Cmdlet.called(calls.get(calls.size() - 1).cmdlet(), at, findings);
    Optional<Cmdlet> first =
        calls.size() == 2 ? Cmdlet.called(calls.get(0).cmdlet(), at, findings) : last;
    if (last.isEmpty() || first.isEmpty()) {
      return Optional.empty();
    }
    boolean piped = calls.size() == 2;
    boolean fits =
        !piped
            || (first.get().verb() == Cmdlet.Verb.GET && first.get().noun() == last.get().noun());
    if (calls.size() > 2 || !fits) {
      return refuse("only `Get-X … | Set-X …` is understood", "write one cmdlet at a time");
    }
    Optional<Owner> owner = new Owners(document, on, "on", at, findings).having(last.get());
    if (owner.isEmpty()) {
      return Optional.empty();
    }
    if (owner.get().onSubscribedEdge() && last.get().isEdgeSyncs()) {
      return refuse(
          CmdletRefusal.SUBSCRIBED_EDGE.id() + " " + CmdletRefusal.SUBSCRIBED_EDGE.sentence(),
          CmdletRefusal.SUBSCRIBED_EDGE.help());
    }
    Optional<BoundCall> call =
        BoundCall.bind(calls.get(calls.size() - 1), last.get(), owner.get(), at, findings);
    Optional<BoundCall> get =
        piped ? BoundCall.bind(calls.get(0), first.get(), owner.get(), at, findings) : call;
    if (call.isEmpty() || get.isEmpty()) {
      return Optional.empty();
    }
    if (call.get().isOn("WhatIf")) {
      findings.warnings().add(at, "-WhatIf: " + last.get() + " changes nothing");
      return Optional.of(document);
    }
    Execution execution = new Execution(owner.get(), document, at, findings);
    Optional<Located.Obj> changed =
        piped ? execution.run(get.get(), call.get()) : execution.run(call.get());
    return changed.map(part -> owner.get().replaceIn(document, part));
  }

  /** {@code Get-X | FL} shows what {@code Get-X} finds, and changes nothing more. */
  private static ImmutableList<CommandLine.Call> withoutDisplay(
      ImmutableList<CommandLine.Call> calls) {
    boolean shows =
        calls.size() == 2
            && DISPLAYS.contains(Ascii.toLowerCase(calls.get(1).cmdlet()))
            && Cmdlet.find(calls.get(0).cmdlet())
                .filter(c -> c.verb() == Cmdlet.Verb.GET)
                .isPresent();
    return shows ? calls.subList(0, 1) : calls;
  }

  private <T> Optional<T> refuse(String what, String help) {
    findings.problems().add(at, what, help);
    return Optional.empty();
  }
}
