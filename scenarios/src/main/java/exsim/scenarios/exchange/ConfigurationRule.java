package exsim.scenarios.exchange;

import com.google.common.collect.ImmutableList;
import exsim.simulator.rule.Basis;
import exsim.simulator.rule.Rule;

/** A combination of properties that Exchange refuses, or accepts to no good. */
public sealed interface ConfigurationRule extends Rule
    permits PropertyRefusal,
        SendRefusal,
        ReceiveRefusal,
        OnlineRefusal,
        CmdletRefusal,
        Caution,
        InboundCaution {
  /** The combination itself. */
  Combination combination();

  @Override
  default String id() {
    return combination().id();
  }

  @Override
  default String sentence() {
    return combination().sentence();
  }

  @Override
  default Basis basis() {
    return combination().basis();
  }

  @Override
  default String source() {
    return combination().source();
  }

  /** The property that is pointed at. */
  default String property() {
    return combination().property();
  }

  /** What to do about it. */
  default String help() {
    return combination().help();
  }

  /** Every one, for the rule book. */
  static ImmutableList<ConfigurationRule> all() {
    return ImmutableList.<ConfigurationRule>builder()
        .add(SendRefusal.values())
        .add(ReceiveRefusal.values())
        .add(OnlineRefusal.values())
        .add(CmdletRefusal.values())
        .add(PropertyRefusal.values())
        .add(Caution.values())
        .add(InboundCaution.values())
        .build();
  }
}
