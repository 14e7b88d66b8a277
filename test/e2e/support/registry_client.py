"""Confluent's own Avro serializer, deserializer and producer, for registry-python.e2e.spec.ts.

Standard input: {"registry": url, "brokers": "host:port" or null, "events": [event]} with
  event = {"topic", "key", "headers": {name: text}, "record": full name, "schema": text or null, "data": {}, "mode"}
  mode  = "register" (the client's default), "lookup" or "latest" (takes the registry's newest schema)
  and optionally "user", "password" for the registry.
Standard output: a list in the same order of {"id", "decoded"} or {"error"}.
"""

import json
import sys

from confluent_kafka import Producer
from confluent_kafka.schema_registry import SchemaRegistryClient, record_subject_name_strategy
from confluent_kafka.schema_registry.avro import AvroDeserializer, AvroSerializer
from confluent_kafka.serialization import MessageField, SerializationContext

MODES = {
    "register": {},
    "lookup": {"auto.register.schemas": False},
    "latest": {"auto.register.schemas": False, "use.latest.version": True},
}
FLUSH_SECONDS = 30


class Department:
    def __init__(self, order):
        settings = {"url": order["registry"]}
        if order.get("password"):
            settings["basic.auth.user.info"] = f"{order['user']}:{order['password']}"
        self.registry = SchemaRegistryClient(settings)
        # A client of its own, so that nothing is decoded from the serializer's cache.
        self.decode = AvroDeserializer(SchemaRegistryClient(settings))
        brokers = order.get("brokers")
        self.producer = Producer({"bootstrap.servers": brokers, "acks": "all"}) if brokers else None
        self.serializers = {}

    def serializer(self, event):
        key = (event["record"], event["schema"], event["mode"])
        if key not in self.serializers:
            conf = {"subject.name.strategy": record_subject_name_strategy, **MODES[event["mode"]]}
            # With the newest version the schema is the registry's; its name is known from a first look.
            schema = event["schema"] or self.registry.get_latest_version(event["record"]).schema
            self.serializers[key] = AvroSerializer(self.registry, schema, conf=conf)
        return self.serializers[key]

    def send(self, event):
        context = SerializationContext(event["topic"], MessageField.VALUE)
        value = self.serializer(event)(event["data"], context)
        if self.producer:
            self.producer.produce(event["topic"], key=event["key"], value=value, headers=event["headers"])
        return {"id": int.from_bytes(value[1:5], "big"), "decoded": self.decode(value, context)}


def main():
    order = json.load(sys.stdin)
    department = Department(order)
    answers = []
    for event in order["events"]:
        try:
            answers.append(department.send(event))
        except Exception as error:  # what the client makes of a refusal is what the test wants to see
            answers.append({"error": f"{type(error).__name__}: {error}"})
    if department.producer and department.producer.flush(FLUSH_SECONDS) > 0:
        sys.exit("Kafka did not take every record")
    json.dump(answers, sys.stdout)


main()
