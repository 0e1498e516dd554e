// The drawing on a service item's card, by the name that the hall's configuration gives it.
import type { ReactElement } from 'react';
import {
  Baby,
  BriefcaseBusiness,
  Building2,
  Car,
  FileText,
  GraduationCap,
  Hammer,
  HeartPulse,
  House,
  IdCard,
  Landmark,
  Layers,
  PiggyBank,
  Plane,
  ReceiptText,
  Scale,
  ShieldCheck,
  Store,
  Users,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';

const ICONS: Readonly<Record<string, LucideIcon>> = {
  baby: Baby,
  briefcase: BriefcaseBusiness,
  building: Building2,
  car: Car,
  'file-text': FileText,
  'graduation-cap': GraduationCap,
  hammer: Hammer,
  'heart-pulse': HeartPulse,
  house: House,
  'id-card': IdCard,
  landmark: Landmark,
  layers: Layers,
  'piggy-bank': PiggyBank,
  plane: Plane,
  'receipt-text': ReceiptText,
  scale: Scale,
  'shield-check': ShieldCheck,
  store: Store,
  users: Users,
};

/** Unknown names show the general drawing. */
export function ItemIcon({ name }: { readonly name: string }): ReactElement {
  const Icon = ICONS[name] ?? Layers;
  return <Icon className="item-icon" aria-hidden />;
}
