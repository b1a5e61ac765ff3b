package exsim.scenarios.powershell;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.InvalidValueException;
import exsim.scenarios.exchange.ObjectKind;
import exsim.scenarios.exchange.OrganizationFacts;
import exsim.scenarios.exchange.Printed;
import exsim.scenarios.exchange.Property;
import exsim.scenarios.json.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a scenario keeps of an exported object: what differs from the default, the name first. */
final class ImportedObject {
  /** What the directory keeps for itself. */
  private static final ImmutableSet<String> PLUMBING =
      ImmutableSet.of(
          "id",
          "identity",
          "server",
          "isvalid",
          "issmtpconnector",
          "smarthostsstring",
          "region",
          "homemta",
          "homemtaserverid",
          "sourceroutinggroup",
          "certificatesubject");

  private final ObjectKind kind;
  private final OrganizationFacts facts;
  private final ImportNotes notes;

  ImportedObject(ObjectKind kind, OrganizationFacts facts, ImportNotes notes) {
    this.kind = kind;
    this.facts = facts;
    this.notes = notes;
  }

  /** The object as a scenario has it; empty when a value was cut short by its export. */
  Optional<Located.Obj> of(Located.Obj object) {
    List<Located.Member> named = new ArrayList<>();
    List<Located.Member> others = new ArrayList<>();
    for (Located.Member member : object.members()) {
      try {
        Optional<Located.Member> kept = kept(member);
        boolean first =
            Ascii.equalsIgnoreCase(member.name(), "Name")
                || Ascii.equalsIgnoreCase(member.name(), "DomainName");
        kept.ifPresent(first ? named::add : others::add);
      } catch (InvalidValueException e) {
        notes.leftOut(member.value().spot(), member.name(), e.getMessage());
        if (kind.properties().find(member.name()).filter(p -> p.use().effect()).isPresent()) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(
        new Located.Obj(
            object.spot(),
            ImmutableList.<Located.Member>builder().addAll(named).addAll(others).build()));
  }

  private Optional<Located.Member> kept(Located.Member member) {
    Optional<Property<?>> found = kind.properties().find(member.name());
    if (found.isEmpty()) {
      notes.leftOut(member.nameSpot(), member.name(), kind.noun() + " is not known to have it");
      return Optional.empty();
    }
    Property<?> property = found.get();
    boolean known =
        property.use().effect()
            || ((property.use().withSet() || property.use().withNew()) && isConnector());
    if (!known
        || PLUMBING.contains(Ascii.toLowerCase(member.name()))
        || isDefault(property, member)) {
      return Optional.empty();
    }
    Located value = printed(property, member.value());
    boolean empty =
        value instanceof Located.Null
            || (value instanceof Located.Arr array && array.items().isEmpty())
            || (value instanceof Located.Text text && text.text().isBlank());
    return empty
        ? Optional.empty()
        : Optional.of(new Located.Member(property.name(), member.nameSpot(), value));
  }

  private boolean isConnector() {
    return kind.noun().endsWith("Connector");
  }

  private boolean isDefault(Property<?> property, Located.Member member) {
    Optional<?> stated = property.type().read(member.value(), (spot, what) -> {});
    Optional<?> usual = property.defaultFor(facts);
    return stated.isPresent() && usual.isPresent() && stated.get().equals(usual.get());
  }

  private static Located printed(Property<?> property, Located value) {
    if (property.type().list()) {
      ImmutableList.Builder<Located> items = ImmutableList.builder();
      for (Located item : Printed.items(value)) {
        Printed.text(item).ifPresent(t -> items.add(new Located.Text(item.spot(), t)));
      }
      return new Located.Arr(value.spot(), items.build());
    }
    if (value instanceof Located.Bool || value instanceof Located.Num) {
      return value;
    }
    Optional<String> text = Printed.text(value);
    if (text.isEmpty()) {
      return new Located.Null(value.spot());
    }
    return text.get().equals("True") || text.get().equals("False")
        ? new Located.Bool(value.spot(), text.get().equals("True"))
        : new Located.Text(value.spot(), text.get());
  }
}
