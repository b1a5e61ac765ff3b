package exsim.scenarios.powershell;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.scenarios.exchange.Property;
import exsim.scenarios.powershell.Cmdlet.Noun;
import exsim.scenarios.powershell.Cmdlet.Verb;
import java.util.Optional;

/** The parameters of a cmdlet in one organization or tenant. */
final class ParameterNames {
  private static final ImmutableSet<String> SWITCHES =
      words(
          "Confirm WhatIf Force Verbose Debug Custom Internal Internet Partner Client"
              + " DoNotRequireSsl NetworkServiceAllowed IgnoreDefaultScope");

  /** With what the switches of authentication policies begin. */
  private static final String OF_POLICIES = "AllowBasicAuth";

  private static final ImmutableSet<String> EVERYWHERE =
      words(
          "Confirm WhatIf Verbose Debug ErrorAction WarningAction InformationAction ErrorVariable"
              + " WarningVariable InformationVariable OutVariable OutBuffer PipelineVariable");
  private static final ImmutableSet<String> USAGES =
      words("Usage Custom Internal Internet Partner");

  private final Cmdlet cmdlet;
  private final Owner owner;
  private final ImmutableList<String> names;

  ParameterNames(Cmdlet cmdlet, Owner owner) {
    this.cmdlet = cmdlet;
    this.owner = owner;
    this.names = all();
  }

  private static ImmutableSet<String> words(String text) {
    return ImmutableSet.copyOf(Splitter.on(' ').split(text));
  }

  static boolean isSwitch(String name) {
    return SWITCHES.contains(name) || name.startsWith(OF_POLICIES);
  }

  ImmutableList<String> names() {
    return names;
  }

  /** The parameters that a word may mean: the one so named, or all that begin with it. */
  ImmutableList<String> matching(String word) {
    for (String name : names) {
      if (Ascii.equalsIgnoreCase(name, word)) {
        return ImmutableList.of(name);
      }
    }
    String lower = Ascii.toLowerCase(word);
    return names.stream()
        .filter(name -> Ascii.toLowerCase(name).startsWith(lower))
        .collect(ImmutableList.toImmutableList());
  }

  /** The property that a parameter sets. */
  Optional<Property<?>> property(String parameter) {
    return cmdlet.kind(owner.online()).properties().all().stream()
        .filter(p -> p.use().parameter().equals(parameter) && sets(p))
        .findFirst();
  }

  private ImmutableList<String> all() {
    ImmutableSet.Builder<String> all = ImmutableSet.builder();
    for (Property<?> property : cmdlet.kind(owner.online()).properties().all()) {
      if (sets(property) && owner.has(property)) {
        all.add(property.use().parameter());
      }
    }
    all.addAll(EVERYWHERE);
    if (!owner.online()) {
      all.add("DomainController");
    }
    all.addAll(cmdlet.verb() == Verb.NEW ? usages() : ImmutableSet.of("Identity"));
    return ImmutableList.copyOf(all.addAll(others()).build());
  }

  private boolean sets(Property<?> property) {
    return switch (cmdlet.verb()) {
      case NEW -> property.use().withNew();
      case SET -> property.use().withSet();
      default -> false;
    };
  }

  private ImmutableSet<String> usages() {
    return switch (cmdlet.noun()) {
      case SEND_CONNECTOR -> USAGES;
      case RECEIVE_CONNECTOR -> ImmutableSet.<String>builder().addAll(USAGES).add("Client").build();
      default -> ImmutableSet.of();
    };
  }

  private ImmutableSet<String> others() {
    if (cmdlet.noun() == Noun.EXCHANGE_CERTIFICATE) {
      return words("Thumbprint Server Services DoNotRequireSsl Force NetworkServiceAllowed");
    }
    if (cmdlet.noun() == Noun.RECEIVE_CONNECTOR && cmdlet.verb() == Verb.GET) {
      return words("Server");
    }
    if (cmdlet.noun() == Noun.MESSAGE_TRACKING) {
      return words("Server Sender Recipients EventId Source MessageId Start End ResultSize");
    }
    if (cmdlet.noun().current() == Noun.MESSAGE_TRACE) {
      return words(
          "MessageTraceId RecipientAddress SenderAddress Status FromIP ToIP MessageId ResultSize");
    }
    if (cmdlet.noun().current() == Noun.MESSAGE_TRACE_DETAIL) {
      return words("MessageTraceId RecipientAddress SenderAddress Event MessageId");
    }
    if (cmdlet.noun() == Noun.QUEUE) {
      return words("Server ResultSize");
    }
    if (cmdlet.verb() == Verb.GET) {
      return words("ResultSize");
    }
    return words("Force");
  }
}
