package exsim.scenarios.exchange;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import java.math.BigDecimal;
import java.util.Arrays;

/** Builds an object whose every value stands at one place. */
final class LocatedObject {
  private final Spot spot;
  private final ImmutableList.Builder<Located.Member> members = ImmutableList.builder();

  LocatedObject(Spot spot) {
    this.spot = spot;
  }

  private LocatedObject add(String name, Located value) {
    members.add(new Located.Member(name, spot, value));
    return this;
  }

  LocatedObject text(String name, String value) {
    return add(name, new Located.Text(spot, value));
  }

  LocatedObject flag(String name, boolean value) {
    return add(name, new Located.Bool(spot, value));
  }

  LocatedObject number(String name, int value) {
    return add(name, new Located.Num(spot, BigDecimal.valueOf(value)));
  }

  LocatedObject list(String name, String... values) {
    ImmutableList<Located> items =
        Arrays.stream(values)
            .map(value -> new Located.Text(spot, value))
            .collect(ImmutableList.toImmutableList());
    return add(name, new Located.Arr(spot, items));
  }

  Located.Obj build() {
    return new Located.Obj(spot, members.build());
  }
}
