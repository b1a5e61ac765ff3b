package exsim.scenarios.json;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON merge patches (RFC 7386); what they put in keeps its own place. */
public final class MergePatch {
  private MergePatch() {}

  /** The target with the patch applied. Neither argument changes. */
  public static Located apply(Located target, Located patch) {
    if (!(patch instanceof Located.Obj changes)) {
      return patch;
    }
    Map<String, Located.Member> members = new LinkedHashMap<>();
    if (target instanceof Located.Obj object) {
      for (Located.Member member : object.members()) {
        members.put(member.name(), member);
      }
    }
    for (Located.Member change : changes.members()) {
      Located.Member old = members.get(change.name());
      if (change.value() instanceof Located.Null) {
        members.remove(change.name());
      } else if (old != null) {
        Located value = apply(old.value(), change.value());
        members.put(change.name(), new Located.Member(old.name(), old.nameSpot(), value));
      } else {
        Located value = apply(new Located.Null(change.value().spot()), change.value());
        members.put(change.name(), new Located.Member(change.name(), change.nameSpot(), value));
      }
    }
    Spot spot = target instanceof Located.Obj ? target.spot() : patch.spot();
    return new Located.Obj(spot, ImmutableList.copyOf(members.values()));
  }
}
