import '../src/host/with-resolvers.ts';
