import { type PaymentChannel, type PaymentProvider, type PaymentWay, ProviderSilentError, wayOf } from './provider';

/** Every provider of online payment that this installation has; at most one of each way. */
export type PaymentProviders = readonly PaymentProvider[];

/** The one that an attempt was made at. Where it is not set up any more, nothing can be known. */
export function providerNamed(providers: PaymentProviders, name: string): PaymentProvider {
  const provider = providers.find((one) => one.name === name);
  if (!provider) throw new ProviderSilentError(`${name} is not set up`);
  return provider;
}

export const providerOfWay = (providers: PaymentProviders, way: PaymentWay): PaymentProvider | null =>
  providers.find((one) => one.way === way) ?? null;

export const providerFor = (providers: PaymentProviders, channel: PaymentChannel): PaymentProvider | null =>
  providerOfWay(providers, wayOf[channel]);
